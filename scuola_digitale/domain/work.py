"""What a teacher assigns: one theme, a task for each grade."""

import msgspec

from scuola_digitale.domain.school_terms import Grade


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What one grade is to do: a lesson, and which of its exercises (none means all)."""

    grade: Grade
    lesson_ref: str
    exercises: tuple[str, ...] = ()


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of work for a group. `due` is an ISO date or empty; `assigned_ms` is when it first appeared."""

    work_id: str
    theme: str
    group_id: str
    tasks: tuple[Task, ...]
    due: str = ""
    closed: bool = False
    assigned_ms: int = 0

    def task_for(self, grade: Grade) -> Task | None:
        """The task of a grade, or None."""
        return next((task for task in self.tasks if task.grade == grade), None)


class TeacherWord(msgspec.Struct, frozen=True, kw_only=True):
    """A word from the teacher to a pupil."""

    text: str
    author: str
    sent_ms: int


class StaffNote(msgspec.Struct, frozen=True, kw_only=True):
    """A note about a pupil that only staff read."""

    text: str
    author: str
    written_ms: int
