package ru.nms.iom.person;

import ru.nms.platform.access.Role;

/// In which capacity a caller acts on one person's route. A role alone is not enough: the organisation must be the
/// person's own, the methodist must be theirs.
public enum Actor {
    PERSON(Role.TEACHER), ORGANISATION(Role.ORGANISATION), METHODIST(Role.METHODIST), COORDINATOR(Role.COORDINATOR);

    private final Role role;

    Actor(Role role) {
        this.role = role;
    }

    public Role role() {
        return role;
    }
}
