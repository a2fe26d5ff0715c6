package ru.nms.platform.http;

import org.springframework.web.method.HandlerMethod;

import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;

import io.swagger.v3.oas.models.Operation;

/// What an operation does, from the doc comment of its handler: the first sentence is the summary, what follows the description.
/// Words of an annotation stay as they are. springdoc asks the class for the comments of its methods and loses them where the class
/// has a parent with comments.
final class ApiWords {

    private static final CommentFormatter FORMAT = new CommentFormatter();

    private ApiWords() {}

    static void of(Operation operation, HandlerMethod handler) {
        var text = FORMAT.format(RuntimeJavadoc.getJavadoc(handler.getMethod()).getComment()).strip().replaceAll("\\s+", " ");
        if (text.isEmpty() || handler.hasMethodAnnotation(io.swagger.v3.oas.annotations.Operation.class)) {
            return;
        }
        int end = text.indexOf(". ");
        var first = end < 0 ? text : text.substring(0, end);
        operation.setSummary(first.endsWith(".") ? first.substring(0, first.length() - 1) : first);
        operation.setDescription(end < 0 ? null : text.substring(end + 2));
    }
}
