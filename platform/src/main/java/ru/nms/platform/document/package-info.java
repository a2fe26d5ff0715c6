/// Reports as text documents (DOCX): headings, paragraphs, tables and charts.
@NullMarked
package ru.nms.platform.document;

import org.jspecify.annotations.NullMarked;
