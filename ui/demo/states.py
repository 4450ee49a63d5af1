"""Every page and state of the window, as people of all roles meet them: for the gallery and for tests of them all."""

from collections.abc import Iterator

from ui.demo import block_states, exercise_states
from ui.demo.door_states import door_states, welcome_states
from ui.demo.pupil_states import pupil_states
from ui.demo.state import State
from ui.demo.teacher_states import teacher_states
from ui.demo.technician_states import technician_states
from ui.widgets.session import Session


def every_state(pupil: Session, teacher: Session, technician: Session) -> Iterator[State]:
    """All states of all roles; a new page has its line here, or a test complains."""
    yield from welcome_states()
    yield from door_states()
    yield from pupil_states(pupil)
    yield State("3-ospite", Session(), "biblioteca")
    yield from teacher_states(teacher)
    yield from technician_states(technician)
    # Last, since answers given here would show on the pages before.
    for scene in (*block_states.SCENES, *exercise_states.SCENES):
        yield State(scene.name, pupil, "oggi", scene.play)
