"""Between which hours of the wall clock something may use the line."""


def is_between(hour: int, from_hour: int, to_hour: int) -> bool:
    """Whether an hour lies between two: the same twice for all day; 22 and 6 for the night, which passes midnight."""
    if from_hour == to_hour:
        return True
    if from_hour < to_hour:
        return from_hour <= hour < to_hour
    return hour >= from_hour or hour < to_hour
