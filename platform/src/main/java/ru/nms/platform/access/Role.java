package ru.nms.platform.access;

/// The roles of the system, as they stand in the claim `roles` of a token.
public enum Role {
    /// Педагог, or a head as a learner: own card, results, routes, registrations.
    TEACHER,
    /// Уполномоченный ОО, school method council: people of the own organisation; agrees routes.
    ORGANISATION,
    /// Региональный методист, тьютор: people assigned to them; consultations.
    METHODIST,
    /// ММС, МОУО: the own municipality.
    MUNICIPALITY,
    /// ЦОПМКП, assessment centre: instruments, campaigns, results.
    ASSESSOR,
    /// Организация ДПО: own programmes, events, completions.
    PROVIDER,
    /// ЦНППМ: the region; approves routes; fills the passport.
    COORDINATOR,
    /// РОИВ: the region read-only and aggregates; approves passport, plans, acts.
    MINISTRY,
    /// A machine client that pulls the change feed by a profile of fields.
    FEDERAL,
    /// Operator: jobs, replays, settings; no personal data.
    ADMIN
}
