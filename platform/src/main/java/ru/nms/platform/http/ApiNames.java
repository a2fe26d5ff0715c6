package ru.nms.platform.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.tags.Tag;

/// How things are called in the API description, the same in every build: schemas after the type they are nested in
/// (several resources have a `View`), operations and their groups after the resource.
final class ApiNames extends TypeNameResolver {

    @Override
    protected String getNameOfClass(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : without(getNameOfClass(outer)) + type.getSimpleName();
    }

    static void name(Operation operation, HandlerMethod handler) {
        var group = without(handler.getBeanType().getSimpleName());
        var method = handler.getMethod().getName();
        operation.setOperationId(Character.toLowerCase(group.charAt(0)) + group.substring(1)
                + Character.toUpperCase(method.charAt(0)) + method.substring(1));
        operation.setTags(List.of(group));
    }

    /// springdoc describes groups under names of its own, `route-action-resource` for `RouteAction`.
    static void nameTags(OpenAPI document) {
        if (document.getTags() != null) {
            document.getTags().forEach(tag -> tag.setName(without(Arrays.stream(tag.getName().split("-"))
                    .map(StringUtils::capitalize).collect(Collectors.joining()))));
            document.getTags().sort(Comparator.comparing(Tag::getName));
        }
    }

    private static String without(String name) {
        return name.endsWith("Resource") ? name.substring(0, name.length() - "Resource".length()) : name;
    }
}
