package ru.nms.platform.http;

import java.util.LinkedHashMap;
import java.util.Map;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import ru.nms.platform.access.Allowance;

/// The refusals an operation can answer, as docs/errors.md tells them, for the API description.
final class ProblemResponses {

    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("400", "malformed: запрос не удалось прочитать");
        ALL.put("401", "unauthenticated, invalid-token: нужен действующий токен");
        ALL.put("403", "forbidden: роль не позволяет");
        ALL.put("404", "not-found: объекта нет или он не виден");
        ALL.put("406", "not-acceptable: такого представления нет");
        ALL.put("409", "conflict и коды операции: состояние не позволяет");
        ALL.put("412", "stale: версия в If-Match устарела");
        ALL.put("413", "too-large: тело больше 256 КБ");
        ALL.put("415", "unsupported-media-type");
        ALL.put("422", "invalid: данные не соответствуют правилам, все нарушения в errors");
        ALL.put("428", "precondition-required: нужен If-Match");
        ALL.put("429", "too-many-requests: повторить через Retry-After");
        ALL.put("503", "unavailable: повторить через Retry-After");
    }

    private ProblemResponses() {}

    static void declare(OpenAPI document) {
        if (document.getComponents() == null) {
            document.components(new Components());
        }
        document.getComponents().addSchemas("Problem", problem());
        ALL.forEach((status, words) -> document.getComponents().addResponses("problem" + status, new ApiResponse()
                .description(words)
                .content(new Content().addMediaType("application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))))));
    }

    static void add(Operation operation, Allowance allow, boolean conditional) {
        boolean body = operation.getRequestBody() != null;
        boolean path = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "path".equals(parameter.getIn()));
        ALL.keySet().stream().filter(status -> switch (status) {
            case "401" -> true;
            case "403" -> !allow.everyone() && !allow.anyoneSignedIn();
            case "404" -> path;
            case "406" -> hasOtherForms(operation);
            case "409", "422" -> body || conditional;
            case "413", "415" -> body;
            case "412", "428" -> conditional;
            default -> true;
        }).forEach(status -> operation.getResponses().addApiResponse(status,
                new ApiResponse().$ref("#/components/responses/problem" + status)));
    }

    private static boolean hasOtherForms(Operation operation) {
        return operation.getResponses().values().stream().anyMatch(response -> response.getContent() != null
                && response.getContent().keySet().stream().anyMatch(form -> !form.equals("application/json")));
    }

    private static Schema<?> problem() {
        var fault = new ObjectSchema()
                .addProperty("pointer", new StringSchema().example("/posts/0/since"))
                .addProperty("code", new StringSchema().example("required"))
                .addProperty("detail", new StringSchema().example("Значение обязательно."))
                .addProperty("clause", new StringSchema().example("000:478"));
        return new ObjectSchema()
                .addProperty("type", new StringSchema().example("urn:nms:problem:malformed"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().example("urn:nms:request:0f0c2a9e-6f0d-4a52-9a37-0c3b6a1b7b57"))
                .addProperty("errors", new ArraySchema().items(fault));
    }
}
