"""Widgets whose subclasses must finish them: `abc` for classes of Qt, which have a metaclass of their own."""

from abc import ABCMeta
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    # The stubs know of no metaclass of Qt's: for a type checker this is all there is to say.
    class AbstractWidget(ABCMeta):
        """The metaclass of a widget with abstract methods."""

else:

    class AbstractWidget(ABCMeta, type(QWidget)):
        """The metaclass of a widget with abstract methods."""

        def __call__(cls, *args: Any, **named: Any) -> Any:
            # Python asks when `object` makes an instance; Qt's classes make theirs themselves.
            if cls.__abstractmethods__:
                missing = ", ".join(sorted(cls.__abstractmethods__))
                raise TypeError(f"{cls.__name__} lacks {missing}")
            return super().__call__(*args, **named)
