package ru.nms.diagnostics.framework;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.json.EventJson;
import tools.jackson.databind.json.JsonMapper;

/// What rules of frameworks ask beyond one entry.
@Repository
class FrameworkStore {

    private final DatabaseClient db;
    private final JsonMapper json;

    FrameworkStore(DatabaseClient db, EventJson json) {
        this.db = db;
        this.json = json.mapper();
    }

    /// The status, which then stays until the transaction ends: who adopts waits for those who are still changing.
    Mono<Framework.Status> held(UUID framework) {
        return status("SELECT status FROM framework WHERE id = :id AND NOT deleted FOR SHARE", framework);
    }

    /// Waits for those who are changing competences; those who come later see what was decided.
    Mono<Framework.Status> locked(UUID framework) {
        return status("SELECT status FROM framework WHERE id = :id AND NOT deleted FOR UPDATE", framework);
    }

    private Mono<Framework.Status> status(String sql, UUID framework) {
        return db.sql(sql).bind("id", framework)
                .map(row -> Framework.Status.valueOf(row.get("status", String.class))).one();
    }

    Mono<CompetenceTree> tree(UUID framework) {
        return db.sql("""
                SELECT c.code, c.title, p.code AS parent, c.area, CAST(c.roll_up AS text) AS roll_up
                  FROM competence c LEFT JOIN competence p ON p.id = c.parent_id
                 WHERE c.framework_id = :framework AND NOT c.deleted
                 ORDER BY c.code
                """).bind("framework", framework).map(this::node).all().collectList().map(CompetenceTree::new);
    }

    private CompetenceTree.Node node(Readable row) {
        return new CompetenceTree.Node(row.get("code", String.class), row.get("title", String.class), row.get("parent", String.class), row.get("area", String.class),
                rule(row.get("roll_up", String.class)));
    }

    private @Nullable RollUp rule(@Nullable String text) {
        return text == null ? null : json.readValue(text, RollUp.class);
    }

    record Above(UUID id, UUID frameworkId) {}

    /// A competence and those above it, nearest first. At most so many as may stand above each other, and one more.
    Flux<Above> upward(UUID competence) {
        return db.sql("""
                WITH RECURSIVE above AS (
                    SELECT c.id, c.framework_id, c.parent_id, 1 AS depth FROM competence c WHERE c.id = :id AND NOT c.deleted
                    UNION ALL
                    SELECT c.id, c.framework_id, c.parent_id, a.depth + 1 FROM competence c JOIN above a ON c.id = a.parent_id
                     WHERE a.depth <= :deepest)
                SELECT id, framework_id FROM above ORDER BY depth
                """).bind("id", competence).bind("deepest", CompetenceRules.DEEPEST).mapProperties(Above.class).all();
    }

    /// How many levels stand below a competence.
    Mono<Integer> height(UUID competence) {
        return db.sql("""
                WITH RECURSIVE below AS (
                    SELECT CAST(:id AS uuid) AS id, 0 AS depth
                    UNION ALL
                    SELECT c.id, b.depth + 1 FROM competence c JOIN below b ON c.parent_id = b.id
                     WHERE NOT c.deleted AND b.depth <= :deepest)
                SELECT max(depth) AS height FROM below
                """).bind("id", competence).bind("deepest", CompetenceRules.DEEPEST)
                .map(row -> row.get("height", Integer.class)).one();
    }

    /// Whether the competence stands above others or in links.
    Mono<Boolean> inUse(UUID competence) {
        return yes("""
                SELECT EXISTS (SELECT FROM competence c WHERE c.parent_id = :id AND NOT c.deleted)
                    OR EXISTS (SELECT FROM competence_link l WHERE :id IN (l.from_id, l.to_id) AND NOT l.deleted) AS yes
                """, competence);
    }

    /// Whether an instrument that was approved reads its results by the scale. Who approves meanwhile waits, and who
    /// approved meanwhile is waited for.
    Mono<Boolean> frozen(UUID scale) {
        return db.sql("SELECT id FROM scale WHERE id = :id FOR UPDATE").bind("id", scale).fetch().rowsUpdated().then(yes("""
                SELECT EXISTS (SELECT FROM instrument i WHERE i.scale_id = :id AND i.status <> 'DRAFT' AND NOT i.deleted) AS yes
                """, scale));
    }

    /// Whether anything hangs on the framework.
    Mono<Boolean> filled(UUID framework) {
        return yes("""
                SELECT EXISTS (SELECT FROM competence c WHERE c.framework_id = :id AND NOT c.deleted)
                    OR EXISTS (SELECT FROM instrument i WHERE i.framework_id = :id AND NOT i.deleted) AS yes
                """, framework);
    }

    private Mono<Boolean> yes(String sql, UUID id) {
        return db.sql(sql).bind("id", id).map(row -> row.get("yes", Boolean.class)).one();
    }

    /// The frameworks of two competences.
    Mono<Boolean> together(UUID one, UUID other) {
        return db.sql("""
                SELECT count(DISTINCT c.framework_id) = 1 AS yes FROM competence c WHERE c.id IN (:one, :other)
                """).bind("one", one).bind("other", other).map(row -> row.get("yes", Boolean.class)).one();
    }
}
