"""Opens the demo school in the window, with its region running behind it."""

from ui.commands.terminal import say
from ui.demo import valdoro
from ui.demo.alone import FOUNDING_SECONDS, alone
from ui.demo.school import DemoSchool, found_valdoro
from ui.home import Home
from ui.laptop import Laptop
from ui.one_window import only_window
from ui.widgets.opening import application, live_in


def _found_once(demo: DemoSchool) -> None:
    with alone(demo.folder, wait=FOUNDING_SECONDS):
        if not demo.is_ready:  # another window may have founded it meanwhile
            found_valdoro(demo.folder, say, morning=True)


def open_demo(home: Home) -> int:
    """Opens the first laptop of Valdoro, founding the school the first time; returns the exit code.

    Raises:
        WindowOpenError: it is open already; that window comes to the front.
    """
    application()
    demo = DemoSchool(home.demo)
    if not demo.is_ready:
        say("È la prima volta: preparo la scuola di prova. Ci vogliono pochi secondi.")
        _found_once(demo)
    with only_window(demo.laptop(0)):
        return _open(demo)


def _open(demo: DemoSchool) -> int:
    # Late: the region's server is slow to import.
    from sync.region.serving import EmbeddedRegion

    region = EmbeddedRegion(demo.region)
    try:
        region.register(*demo.card())
        first = demo.laptop(0)
        first.remember_region(region.start())
        with Laptop.opened(first, hint=valdoro.HINT()) as laptop:
            return live_in(laptop)
    finally:
        region.stop()
