/// Results of outside providers, from files in the providers' own words, and the mapping of these words to the region's
/// competence areas. What nobody has mapped yet is reported, kept, and taken in when it is.
@NullMarked
package ru.nms.diagnostics.provider;

import org.jspecify.annotations.NullMarked;
