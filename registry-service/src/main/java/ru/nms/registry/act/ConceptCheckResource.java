package ru.nms.registry.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Role;
import ru.nms.platform.region.RegionDocument;
import ru.nms.platform.region.RegionProfile;

/// Which municipal method services have the concept documents that the region asks for, and whether their version is
/// as new as the region's main act.
@RestController
@RequestMapping("/api/registry/v1/concept-check")
class ConceptCheckResource {

    /// @param mainActDate the date that versions are compared with
    record Report(@Nullable LocalDate mainActDate, List<Line> items) {}

    enum State { MISSING, OUTDATED, CURRENT }

    record Line(UUID municipalityId, String municipality, String part, State state, @Nullable LocalDate versionOn) {}

    private final DatabaseClient db;
    private final RegionProfile profile;

    ConceptCheckResource(DatabaseClient db, RegionProfile profile) {
        this.db = db;
        this.profile = profile;
    }

    /// Each municipal method service with each document that the region asks for, and how it stands.
    @Allow({Role.MUNICIPALITY, Role.COORDINATOR, Role.MINISTRY})
    @GetMapping
    Mono<Report> check() {
        var since = profile.documents().stream().filter(document -> document.code().equals(profile.mainAct()))
                .map(RegionDocument::date).filter(Objects::nonNull).findFirst().orElse(null);
        return db.sql("""
                SELECT m.id, m.name, p.part, d.version_on
                  FROM municipality m CROSS JOIN unnest(:parts) WITH ORDINALITY AS p (part, n)
                  LEFT JOIN concept_document d ON d.municipality_id = m.id AND d.part = p.part AND NOT d.deleted
                 WHERE m.closed_on IS NULL AND NOT m.deleted
                 ORDER BY m.name_key, m.id, p.n
                """)
                .bind("parts", ConceptParts.of(profile).toArray(String[]::new))
                .map(row -> {
                    var version = row.get("version_on", LocalDate.class);
                    return new Line(row.get("id", UUID.class), row.get("name", String.class), row.get("part", String.class),
                            state(version, since), version);
                })
                .all().collectList().map(lines -> new Report(since, lines));
    }

    private static State state(@Nullable LocalDate version, @Nullable LocalDate since) {
        return version == null ? State.MISSING : since != null && version.isBefore(since) ? State.OUTDATED : State.CURRENT;
    }
}
