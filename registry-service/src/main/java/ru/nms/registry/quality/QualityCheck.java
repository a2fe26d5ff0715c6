package ru.nms.registry.quality;

/// One check of the catalogue; a bean for each, beside the tables it looks at.
///
/// @param code     stable: `person-duplicate`
/// @param severity how much it spoils what is counted
/// @param subject  what a finding is about: `person`, `organisation`, `municipality`, `methodist` …
/// @param title    in the words of those who mend it
/// @param findings SQL that selects `id uuid`, `municipality_id uuid` (null where there is none) and `note text`; no personal
///                 data in the note. `:today` is the day in the region
public record QualityCheck(String code, Severity severity, String subject, String title, String findings) {

    /// `ERROR`: figures are wrong; `WARNING`: they may be; `NOTICE`: something is missing.
    public enum Severity { ERROR, WARNING, NOTICE }
}
