package ru.nms.registry.community;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import io.r2dbc.spi.Readable;
import ru.nms.platform.access.Caller;
import ru.nms.platform.access.Scope;
import ru.nms.platform.list.Kind;
import ru.nms.platform.list.ListRequest;
import ru.nms.platform.list.Listing;
import ru.nms.platform.list.Lists;
import ru.nms.platform.list.Selection;
import ru.nms.registry.person.PersonReference;

/// What professional networks brought forth: their products, and the people who grew in them.
@Repository
class NetworkProductStore {

    /// What is published; a practice belongs to the communities of which an author was then a member.
    private static final Listing PRODUCTS = Listing.of("network-products", "e.id", """
            FROM (SELECT m.id, 'MATERIAL' AS kind, m.title, m.summary, m.link, m.published_on AS made_on, ARRAY[m.community_id] AS community_ids,
                         CAST('{}' AS text[]) AS subjects, m.search_key
                    FROM community_material m WHERE m.published_on <= CAST(:today AS date) AND NOT m.deleted
                   UNION ALL
                  SELECT m.id, m.kind, m.title, m.annotation, m.link, m.published_on, ARRAY[m.community_id], m.subjects, m.search_key
                    FROM material m WHERE m.community_id IS NOT NULL AND NOT m.deleted
                   UNION ALL
                  SELECT p.id, 'PRACTICE', p.title, p.description, NULL, p.published_on, w.ids, p.subjects, p.search_key
                    FROM practice p CROSS JOIN LATERAL (SELECT array_agg(DISTINCT m.community_id) AS ids FROM community_member m
                          WHERE m.person_id = ANY (p.author_ids) AND NOT m.deleted AND m.since <= p.published_on
                            AND (m.until IS NULL OR m.until > p.published_on)) AS w
                   WHERE p.published_on <= CAST(:today AS date) AND w.ids IS NOT NULL AND NOT p.deleted) AS e""")
            .sort("title", "e.title", Kind.TEXT)
            .filter("kind", "e.kind = :kind", Kind.TEXT)
            .filter("communityId", ":communityId = ANY (e.community_ids)", Kind.ID)
            .filter("networkId", "EXISTS (SELECT FROM community_network n WHERE n.id = :networkId AND n.community_ids && e.community_ids)", Kind.ID)
            .filter("subject", ":subject = ANY (e.subjects)", Kind.TEXT)
            .words("q", "e.search_key");

    /// What a member reached from the day of joining on, and before leaving.
    private static final Listing GROWTH = Listing.of("network-growth", "e.id", """
            FROM (SELECT CAST(md5(concat(m.id, g.what, g.reached_on)) AS uuid) AS id, m.person_id, m.community_id, c.title AS community, m.since, g.*
                    FROM community_member m JOIN community c ON c.id = m.community_id
                   CROSS JOIN LATERAL (
                         SELECT 'CATEGORY' AS what, a.held_on AS reached_on FROM attestation a
                          WHERE a.person_id = m.person_id AND a.granted AND a.category IS NOT NULL AND NOT a.deleted
                          UNION SELECT 'METHODIST', t.since FROM methodist t WHERE t.person_id = m.person_id AND NOT t.deleted
                          UNION SELECT 'TUTOR', t.since FROM tutor t WHERE t.person_id = m.person_id AND NOT t.deleted
                          UNION SELECT 'MENTOR', t.since FROM mentorship t
                                 WHERE t.mentor_id = m.person_id AND t.status IN ('ACCEPTED', 'COMPLETED') AND NOT t.deleted
                          UNION SELECT 'PRACTICE', p.published_on FROM practice p
                                 WHERE m.person_id = ANY (p.author_ids) AND p.published_on IS NOT NULL AND NOT p.deleted
                          UNION SELECT 'HEAD', h.since FROM community_member h
                                 WHERE h.person_id = m.person_id AND h.role = 'HEAD' AND NOT h.deleted) AS g
                   WHERE NOT m.deleted AND g.reached_on > m.since AND (m.until IS NULL OR g.reached_on < m.until)) AS e
             JOIN person p ON p.id = e.person_id AND NOT p.deleted""")
            .sort("reachedOn", "e.reached_on", Kind.DATE)
            .filter("communityId", "e.community_id = :communityId", Kind.ID)
            .filter("networkId", "EXISTS (SELECT FROM community_network n WHERE n.id = :networkId AND e.community_id = ANY (n.community_ids))",
                    Kind.ID)
            .filter("what", "e.what = :what", Kind.TEXT)
            .words("q", "p.name_key");

    /// Whoever agreed to be published is no secret to colleagues.
    private static final String NAMED = """
            (EXISTS (SELECT FROM consent k WHERE k.person_id = e.person_id AND k.purpose = 'PUBLICATION' AND NOT k.deleted
                        AND k.given_on <= CAST(:today AS date) AND (k.withdrawn_on IS NULL OR k.withdrawn_on > CAST(:today AS date))) OR %s)""";

    /// @param kind         `MATERIAL`, `PRACTICE`, or the kind of a catalogued work
    /// @param communityIds in which it was made
    record Product(UUID id, String kind, String title, @Nullable String summary, @Nullable String link, @Nullable LocalDate madeOn,
                   List<UUID> communityIds, List<String> subjects) {}

    /// @param what `CATEGORY`, `METHODIST`, `TUTOR`, `MENTOR`, `PRACTICE` or `HEAD`
    record Growth(UUID personId, String name, UUID communityId, String community, LocalDate memberSince, String what, LocalDate reachedOn) {}

    private final Lists lists;

    NetworkProductStore(Lists lists) {
        this.lists = lists;
    }

    Selection<Product> products(ListRequest request, LocalDate today) {
        return lists.select(PRODUCTS, request, "e.*", Scope.Condition.ALL, Map.of("today", today), row -> new Product(row.get("id", UUID.class),
                row.get("kind", String.class), row.get("title", String.class), row.get("summary", String.class),
                row.get("link", String.class), row.get("made_on", LocalDate.class), List.of(row.get("community_ids", UUID[].class)),
                List.of(row.get("subjects", String[].class))));
    }

    /// Of those who grew, whom the caller sees anyway and who agreed to be published.
    Selection<Growth> growth(Caller caller, ListRequest request, LocalDate today) {
        var seen = PersonReference.visible("e.person_id").apply(caller);
        return lists.select(GROWTH, request, "e.*, concat_ws(' ', p.last_name, p.first_name, p.patronymic) AS name",
                new Scope.Condition(NAMED.formatted(seen.sql()), seen.values()), Map.of("today", today), NetworkProductStore::read);
    }

    private static Growth read(Readable row) {
        return new Growth(row.get("person_id", UUID.class), row.get("name", String.class), row.get("community_id", UUID.class),
                row.get("community", String.class), row.get("since", LocalDate.class), row.get("what", String.class),
                row.get("reached_on", LocalDate.class));
    }
}
