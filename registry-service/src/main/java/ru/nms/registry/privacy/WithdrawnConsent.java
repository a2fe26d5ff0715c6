package ru.nms.registry.privacy;

/// A person took a consent back and gave no other. Whoever never gave one is not meant: lists that an act publishes need none.
public final class WithdrawnConsent {

    private WithdrawnConsent() {}

    /// A condition.
    ///
    /// @param purpose a constant, of [Consent.Purpose]
    /// @param person  the column with the person's id
    /// @param day     SQL for the day on which it is asked
    public static String withdrawn(String purpose, String person, String day) {
        return """
                (EXISTS (SELECT FROM consent c WHERE c.person_id = %1$s AND c.purpose = '%2$s' AND NOT c.deleted AND c.withdrawn_on <= %3$s)
                 AND NOT EXISTS (SELECT FROM consent c WHERE c.person_id = %1$s AND c.purpose = '%2$s' AND NOT c.deleted
                                    AND c.given_on <= %3$s AND (c.withdrawn_on IS NULL OR c.withdrawn_on > %3$s)))"""
                .formatted(person, purpose, day);
    }
}
