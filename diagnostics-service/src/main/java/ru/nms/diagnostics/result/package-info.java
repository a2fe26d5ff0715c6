/// Results of diagnostics: recorded, corrected, annulled, imported.
@NullMarked
package ru.nms.diagnostics.result;

import org.jspecify.annotations.NullMarked;
