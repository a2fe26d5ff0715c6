package ru.nms.diagnostics.survey;

import java.util.List;

/// What respondents of an anonymous survey state of themselves, in bands. A person's own data are never looked up.
enum Band {

    MUNICIPALITY, SUBJECT, AGE, SEX, CATEGORY, EDUCATION;

    /// Figures are told by each of these in turn …
    static final List<Band> PLACES = List.of(MUNICIPALITY, SUBJECT);

    /// … and crossed with one of these.
    static final List<Band> TRAITS = List.of(AGE, SEX, CATEGORY, EDUCATION);
}
