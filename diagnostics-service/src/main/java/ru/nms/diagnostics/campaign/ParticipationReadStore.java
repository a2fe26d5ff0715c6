package ru.nms.diagnostics.campaign;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;
import ru.nms.diagnostics.person.Visibility;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Paging;
import ru.nms.platform.list.Selection;
import ru.nms.platform.region.RegionCalendar;

/// All SQL that reads participations.
@Repository
class ParticipationReadStore {

    static final Listing PARTICIPATIONS = Listing.of("participations", "p.id",
                    "FROM campaign_participation p JOIN campaign c ON c.id = p.campaign_id " + Visibility.TODAY)
            .sort("createdAt", "p.created_at", Kind.INSTANT)
            .sort("startsAt", "c.starts_at", Kind.INSTANT)
            .filter("campaignId", "p.campaign_id = :campaignId", Kind.ID)
            .filter("personId", "p.person_id = :personId", Kind.ID)
            .filter("organisationId", "p.organisation_id = :organisationId", Kind.ID)
            .filter("municipalityId", "p.municipality_id = :municipalityId", Kind.ID)
            .filter("status", "p.status = :status", Kind.TEXT)
            .filter("occasion", "c.occasion = :occasion", Kind.TEXT)
            .filter("phase", "(" + CampaignConfiguration.PHASE.formatted("c") + ") = :phase", Kind.TEXT);

    /// Campaigns that people may come to by themselves.
    static final Listing OPEN = Listing.of("open-campaigns", "c.id",
                    "FROM campaign c JOIN instrument i ON i.id = c.instrument_id")
            .sort("startsAt", "c.starts_at", Kind.INSTANT)
            .filter("young", "c.young = :young", Kind.YES_NO)
            .filter("occasion", "c.occasion = :occasion", Kind.TEXT);

    private final DatabaseClient db;
    private final Lists lists;
    private final RegionCalendar calendar;

    ParticipationReadStore(DatabaseClient db, Lists lists, RegionCalendar calendar) {
        this.db = db;
        this.lists = lists;
        this.calendar = calendar;
    }

    Selection<ParticipationView> list(ListRequest request, Caller caller) {
        var seen = Visibility.of(caller, "p.person_id");
        return lists.select(PARTICIPATIONS, request, """
                p.id, p.version, p.created_at, p.changed_at, p.campaign_id, c.title, %s AS phase, c.occasion, c.starts_at, c.ends_at,
                p.person_id, p.organisation_id, p.municipality_id, p.status, p.reminders, p.reminded_at
                """.formatted(CampaignConfiguration.PHASE.formatted("c")),
                new Scope.Condition("NOT p.deleted AND " + seen.sql(), seen.values()), Map.of("today", calendar.today(), "now", calendar.clock().instant()),
                ParticipationReadStore::view);
    }

    private static ParticipationView view(Readable row) {
        return new ParticipationView(id(row, "id"), requireNonNull(row.get("version", Long.class)), at(row, "created_at"),
                at(row, "changed_at"), id(row, "campaign_id"), text(row, "title"), text(row, "phase"),
                row.get("occasion", String.class), at(row, "starts_at"), at(row, "ends_at"), id(row, "person_id"),
                row.get("organisation_id", UUID.class), row.get("municipality_id", UUID.class), text(row, "status"),
                requireNonNull(row.get("reminders", Integer.class)), row.get("reminded_at", Instant.class));
    }

    Selection<OpenCampaignView> open(ListRequest request) {
        return lists.select(OPEN, request, "c.id, c.title, c.occasion, i.provider, i.procedure, c.young, c.starts_at, c.ends_at",
                new Scope.Condition("c.audience = 'SELF' AND c.status = 'ANNOUNCED' AND NOT c.deleted AND c.ends_at > :now", Map.of()),
                Map.of("now", calendar.clock().instant()),
                row -> new OpenCampaignView(id(row, "id"), text(row, "title"), row.get("occasion", String.class),
                        text(row, "provider"), text(row, "procedure"), Boolean.TRUE.equals(row.get("young", Boolean.class)),
                        at(row, "starts_at"), at(row, "ends_at")));
    }

    /// How far a campaign has come, by place; places without anybody are not there.
    Mono<List<Progress>> progress(UUID campaign, boolean byMunicipality, Caller caller) {
        var scope = Scope.of(caller).on(new Scope.Columns("p.municipality_id = :scope", "p.organisation_id = :scope", null, null));
        return scope.bind(db.sql("""
                SELECT p.%1$s_id AS place_id, max(place.name) AS name, count(*) AS invited,
                       count(*) FILTER (WHERE p.status IN ('STARTED', 'FINISHED')) AS started,
                       count(*) FILTER (WHERE p.status = 'FINISHED') AS finished,
                       count(*) FILTER (WHERE p.status = 'ABSENT') AS absent
                  FROM campaign_participation p LEFT JOIN %1$s place ON place.id = p.%1$s_id AND NOT place.deleted
                 WHERE p.campaign_id = :campaign AND NOT p.deleted AND %2$s
                 GROUP BY p.%1$s_id
                """.formatted(byMunicipality ? "municipality" : "organisation", scope.sql())).bind("campaign", campaign))
                .mapProperties(Progress.class)
                .all().collectList();
    }

    private static UUID id(Readable row, String column) {
        return requireNonNull(row.get(column, UUID.class));
    }

    private static Instant at(Readable row, String column) {
        return requireNonNull(row.get(column, Instant.class));
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }

    /// @param placeId absent for people who worked nowhere when they were reached
    record Progress(@Nullable UUID placeId, @Nullable String name, long invited, long started, long finished, long absent) {

        /// By name, those without one last.
        String order() {
            return Paging.order(name == null ? "1" : "0", name, placeId);
        }
    }
}
