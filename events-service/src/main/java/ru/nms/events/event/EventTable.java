package ru.nms.events.event;

import ru.nms.platform.region.Districts;
import ru.nms.platform.region.Level;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Table;

/// Events as a table, their times as the clocks of the region show them.
final class EventTable {

    private EventTable() {}

    static Table<EventView> of(RegionProfile region, RegionCalendar calendar) {
        var districts = new Districts(region);
        return Table.<EventView>named("events")
                .column("id", "Идентификатор", EventView::id)
                .column("title", "Название", view -> view.details().title())
                .column("kind", "Вид", EventView::kindTitle)
                .column("level", "Уровень", view -> level(region, view.details().level()))
                .column("status", "Состояние", view -> title(view.status()))
                .column("startsAt", "Начало", view -> calendar.local(view.details().startsAt()))
                .column("endsAt", "Конец", view -> calendar.local(view.details().endsAt()))
                .column("registrationUntil", "Регистрация до", view -> calendar.local(view.details().registrationUntil()))
                .column("mode", "Формат", view -> title(view.details().mode()))
                .column("place", "Место", view -> view.details().place())
                .column("organiserName", "Организатор", EventView::organiserName)
                .column("competences", "Компетенции", view -> view.details().competences().stream().map(region::label).toList())
                .column("capacity", "Мест", view -> view.details().capacity())
                .column("confirmed", "Занято", EventView::confirmed)
                .column("waitlisted", "В листе ожидания", EventView::waitlisted)
                .column("reason", "Причина отмены", EventView::reason)
                .column("groupingUnit", "Округ", view -> districts.unitTitle(view.details().groupingUnit()))
                .column("groupingTask", "Задача округа",
                        view -> districts.taskTitle(view.details().groupingUnit(), view.details().groupingTask()));
    }

    private static String level(RegionProfile region, String code) {
        return region.level(code).map(Level::title).orElse(code);
    }

    private static String title(Event.Status status) {
        return switch (status) {
            case DRAFT -> "Черновик";
            case PUBLISHED -> "Объявлено";
            case HELD -> "Проведено";
            case CANCELLED -> "Отменено";
        };
    }

    private static String title(Event.Mode mode) {
        return switch (mode) {
            case ONSITE -> "Очно";
            case ONLINE -> "Дистанционно";
            case MIXED -> "Смешанно";
        };
    }
}
