package ru.nms.events.registration;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.r2dbc.spi.Readable;

/// A line of the list of participants. Names are absent until the registry has told them.
record ParticipantView(@JsonUnwrapped RegistrationView registration, @Nullable String lastName,
                       @Nullable String firstName, @Nullable String patronymic) {

    static final String COLUMNS = RegistrationView.COLUMNS + ", n.last_name, n.first_name, n.patronymic";

    static ParticipantView of(Readable row) {
        return new ParticipantView(RegistrationView.of(row), row.get("last_name", String.class),
                row.get("first_name", String.class), row.get("patronymic", String.class));
    }
}
