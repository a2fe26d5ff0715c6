package ru.nms.registry.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import ru.nms.platform.region.CodedTitle;
import ru.nms.platform.region.RegionProfile;

/// Which acts and agreements are there on a day, and which are missing.
@Repository
public class PresenceStore {

    /// @param required the region's own acts say that there must be one
    /// @param actIds   those in force on the day
    public record Presence(String purpose, @Nullable String title, boolean required, boolean present, List<UUID> actIds) {}

    public record Municipality(UUID id, String name) {}

    private final DatabaseClient db;
    private final RegionProfile profile;

    PresenceStore(DatabaseClient db, RegionProfile profile) {
        this.db = db;
        this.profile = profile;
    }

    public Flux<Presence> acts(LocalDate on) {
        return db.sql("""
                SELECT p.purpose, a.id FROM act a CROSS JOIN LATERAL unnest(a.purposes) AS p (purpose)
                 WHERE NOT a.deleted AND a.in_force_on <= :on AND (a.repealed_on IS NULL OR a.repealed_on > :on)
                 ORDER BY a.date, a.id
                """)
                .bind("on", on)
                .map(row -> Map.entry(String.valueOf(row.get("purpose", String.class)), row.get("id", UUID.class)))
                .all().collectMultimap(Map.Entry::getKey, Map.Entry::getValue)
                .flatMapIterable(found -> ActPurposes.of(profile).stream().map(purpose -> presence(purpose,
                        new ArrayList<>(found.getOrDefault(purpose, List.of())))).toList());
    }

    private Presence presence(String purpose, List<UUID> acts) {
        var title = profile.requiredActs().stream().filter(act -> act.code().equals(purpose)).map(CodedTitle::title).findFirst();
        return new Presence(purpose, title.orElse(null), title.isPresent(), !acts.isEmpty(), acts);
    }

    /// A region without municipalities has nobody to conclude such an agreement with.
    public Flux<Municipality> withoutAgreement(LocalDate on) {
        return db.sql("""
                SELECT m.id, m.name FROM municipality m
                 WHERE NOT m.deleted AND (m.closed_on IS NULL OR m.closed_on > :on)
                   AND NOT EXISTS (SELECT FROM agreement a WHERE a.municipality_id = m.id AND a.kind = 'TRIPARTITE' AND NOT a.deleted
                           AND a.status <> 'DRAFT' AND a.since <= :on AND (a.until IS NULL OR a.until > :on))
                 ORDER BY m.name_key, m.id
                """)
                .bind("on", on)
                .map(row -> new Municipality(row.get("id", UUID.class), row.get("name", String.class)))
                .all();
    }
}
