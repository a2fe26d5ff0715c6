package ru.nms.iom.route;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import ru.nms.iom.route.RouteView.Name;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Table;

/// The register of routes and the history of one as tables.
final class RouteTable {

    private RouteTable() {}

    static Table<RouteView> register(RegionProfile region, RegionCalendar calendar) {
        return Table.<RouteView>named("routes")
                .column("id", "Идентификатор", RouteView::id)
                .column("personId", "Человек (идентификатор)", RouteView::personId)
                .column("lastName", "Фамилия", view -> name(view, Name::lastName))
                .column("firstName", "Имя", view -> name(view, Name::firstName))
                .column("patronymic", "Отчество", view -> name(view, Name::patronymic))
                .column("position", "Должность", view -> view.position() == null ? null : region.label(view.position()))
                .column("organisationId", "Организация (идентификатор)", RouteView::organisationId)
                .column("municipalityId", "Муниципалитет (идентификатор)", RouteView::municipalityId)
                .column("from", "С", RouteView::from)
                .column("until", "По", RouteView::until)
                .column("status", "Состояние", view -> title(view.status()))
                .column("items", "Пунктов", view -> view.quality().items())
                .column("done", "Выполнено", view -> view.quality().done())
                .column("cancelled", "Снято", view -> view.quality().cancelled())
                .column("approvedOn", "Утверждён", RouteView::approvedOn)
                .column("completedOn", "Завершён", RouteView::completedOn)
                .column("changedAt", "Изменён", view -> calendar.local(view.changedAt()));
    }

    static Table<RouteStep> history(RegionCalendar calendar) {
        return Table.<RouteStep>named("route-history")
                .column("at", "Когда", step -> calendar.local(step.at()))
                .column("from", "Было", step -> step.from() == null ? null : title(step.from()))
                .column("to", "Стало", step -> title(step.to()))
                .column("role", "В качестве", RouteStep::role)
                .column("subject", "Кто", RouteStep::subject)
                .column("remarks", "Замечания", RouteStep::remarks);
    }

    private static @Nullable String name(RouteView view, Function<Name, @Nullable String> part) {
        return view.person() == null ? null : part.apply(view.person());
    }

    private static String title(Route.Status status) {
        return switch (status) {
            case DRAFT -> "Черновик";
            case SUBMITTED -> "На согласовании";
            case RETURNED -> "Возвращён";
            case AGREED -> "Согласован";
            case APPROVED -> "Утверждён";
            case IN_PROGRESS -> "Выполняется";
            case COMPLETED -> "Завершён";
        };
    }
}
