package ru.nms.monitoring.cluster;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import ru.nms.contracts.MethodistChanged;
import ru.nms.contracts.MunicipalityChanged;
import ru.nms.contracts.PersonChanged;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Role;
import ru.nms.platform.list.Tabular;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.projection.LearntFrom;
import ru.nms.platform.region.Cluster;
import ru.nms.platform.region.RegionCalendar;
import ru.nms.platform.region.RegionProfile;
import ru.nms.platform.table.Table;

/// Staffing clusters of the region.
@RestController
@LearntFrom({PersonChanged.class, MunicipalityChanged.class, MethodistChanged.class})
@RequestMapping("/api/monitoring/v1/clusters")
class ClusterResource {

    private static final Table<ClusterView.Item> TABLE = Table.<ClusterView.Item>named("cluster")
            .column("municipalityId", "Муниципалитет (идентификатор)", ClusterView.Item::municipalityId)
            .column("name", "Муниципалитет", ClusterView.Item::name)
            .column("teachers", "Педагогов", ClusterView.Item::teachers)
            .column("methodists", "Методистов", ClusterView.Item::methodists)
            .column("ratio", "Педагогов на методиста", ClusterView.Item::ratio)
            .column("level", "Группа", ClusterView.Item::level)
            .column("teachersReported", "Педагогов по отчёту", ClusterView.Item::teachersReported)
            .column("difference", "Расхождение с отчётом", ClusterView.Item::difference);

    private final RegionProfile profile;
    private final RegionCalendar calendar;
    private final StaffingStore municipalities;

    ClusterResource(RegionProfile profile, RegionCalendar calendar, StaffingStore municipalities) {
        this.profile = profile;
        this.calendar = calendar;
        this.municipalities = municipalities;
    }

    /// Teachers to one municipal methodist. A municipality sees its own row, and the total of the region.
    @Allow({Role.COORDINATOR, Role.MINISTRY, Role.MUNICIPALITY})
    @GetMapping("/{code}")
    Tabular<ClusterView> one(Caller caller, @PathVariable String code, @RequestParam Optional<Integer> year) {
        var today = calendar.today();
        int wanted = year.orElse(today.getYear());
        if (wanted > today.getYear()) {
            throw Refusal.malformed(Fault.at("year", "not-yet"));
        }
        var end = LocalDate.of(wanted, Month.DECEMBER, 31);
        var day = end.isAfter(today) ? today : end;
        var cluster = computed(code, day);
        return Tabular.of(municipalities.on(day, wanted).map(rows -> view(caller, cluster, wanted, day, rows)),
                ClusterView::items, TABLE);
    }

    private Cluster computed(String code, LocalDate day) {
        return profile.on(day).cluster(code).filter(cluster -> cluster.basis() == Cluster.Basis.COMPUTED)
                .orElseThrow(() -> Refusal.of(HttpStatus.NOT_FOUND, "no-such-cluster", code));
    }

    private static ClusterView view(Caller caller, Cluster cluster, int year, LocalDate day, List<StaffingStore.Row> rows) {
        var all = rows.stream().map(row -> ClusterView.Item.of(row, cluster)).toList();
        var visible = all.stream().filter(item -> caller.is(Role.COORDINATOR, Role.MINISTRY)
                || item.municipalityId().equals(caller.municipalityId())).toList();
        return new ClusterView(cluster.code(), cluster.title(), year, day, cluster.bands(), cluster.source(), visible,
                ClusterView.Total.of(all, cluster));
    }
}
