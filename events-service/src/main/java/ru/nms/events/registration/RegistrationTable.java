package ru.nms.events.registration;

import org.jspecify.annotations.Nullable;

import ru.nms.events.registration.Registration.Attendance;
import ru.nms.events.registration.Registration.Status;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.table.Table;

/// Registrations of people, and the participants of one event, as tables.
final class RegistrationTable {

    private RegistrationTable() {}

    static Table<RegistrationView> of(RegionCalendar calendar) {
        return Table.<RegistrationView>named("registrations")
                .column("id", "Идентификатор", RegistrationView::id)
                .column("personId", "Человек (идентификатор)", RegistrationView::personId)
                .column("eventTitle", "Мероприятие", RegistrationView::eventTitle)
                .column("startsAt", "Начало", view -> calendar.local(view.startsAt()))
                .column("endsAt", "Конец", view -> calendar.local(view.endsAt()))
                .column("status", "Состояние", view -> title(view.status()))
                .column("place", "Место в листе ожидания", RegistrationView::place)
                .column("attendance", "Присутствие", view -> title(view.attendance()))
                .column("createdAt", "Когда записан", view -> calendar.local(view.createdAt()));
    }

    static Table<ParticipantView> participants(RegionCalendar calendar) {
        return Table.<ParticipantView>named("participants")
                .column("personId", "Человек (идентификатор)", view -> view.registration().personId())
                .column("lastName", "Фамилия", ParticipantView::lastName)
                .column("firstName", "Имя", ParticipantView::firstName)
                .column("patronymic", "Отчество", ParticipantView::patronymic)
                .column("status", "Состояние", view -> title(view.registration().status()))
                .column("place", "Место в листе ожидания", view -> view.registration().place())
                .column("attendance", "Присутствие", view -> title(view.registration().attendance()))
                .column("createdAt", "Когда записан", view -> calendar.local(view.registration().createdAt()));
    }

    private static String title(Status status) {
        return switch (status) {
            case CONFIRMED -> "Место подтверждено";
            case WAITLISTED -> "В листе ожидания";
            case CANCELLED -> "Отменена";
        };
    }

    private static @Nullable String title(@Nullable Attendance attendance) {
        return switch (attendance) {
            case null -> null;
            case PRESENT -> "Был";
            case ABSENT -> "Не был";
        };
    }
}
