package ru.nms.diagnostics.analytics;

/// By what figures are told apart. The SQL speaks of `s`, a person at a place of work; nothing means: not counted here.
enum By {
    REGION("'REGION'", ""),
    MUNICIPALITY("CAST(s.municipality_id AS text)", ""),
    ORGANISATION("CAST(s.organisation_id AS text)", ""),
    SUBJECT("taught.subject", " CROSS JOIN LATERAL unnest(s.subjects) AS taught (subject)"),
    TERRITORY_TYPE("s.territory_type", ""),
    /// Of municipalities, for example education districts; which one, the parameter `grouping` says.
    GROUPING("s.groupings ->> CAST(:grouping AS text)", ""),
    CATEGORY("coalesce(s.category, 'NONE')", ""),
    /// The bands of age that there are: young specialists under the region's rule on the last day, and the others. Birth dates
    /// stay in the registry, which tells nothing finer.
    AGE("CASE WHEN s.young THEN 'YOUNG' ELSE 'OTHER' END", "");

    final String key;
    final String join;

    By(String key, String join) {
        this.key = key;
        this.join = join;
    }
}
