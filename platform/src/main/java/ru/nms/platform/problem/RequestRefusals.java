package ru.nms.platform.problem;

import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

import tools.jackson.core.JacksonException;

/// What WebFlux refuses by itself: paths, methods, media types, parameters and bodies it cannot read.
final class RequestRefusals implements RefusalSource {

    @Override
    public @Nullable Refusal from(Throwable error) {
        return switch (error) {
            case WebExchangeBindException invalid -> ValidationFaults.refusal(invalid);
            case HandlerMethodValidationException invalid -> ValidationFaults.refusal(invalid);
            case MissingRequestValueException missing ->
                    Refusal.malformed(Fault.at(missing.getName(), "missing-parameter", missing.getName()));
            case ServerWebInputException unreadable -> unreadable(unreadable);
            case DataBufferLimitException tooLarge -> tooLarge();
            case ResponseStatusException other -> byStatus(other);
            default -> null;
        };
    }

    private static Refusal unreadable(ServerWebInputException error) {
        for (var cause : Causes.of(error)) {
            if (cause instanceof JacksonException json) {
                return JsonFaults.refusal(json);
            }
            if (cause instanceof DataBufferLimitException) {
                return tooLarge();
            }
        }
        var parameter = error.getMethodParameter();
        if (parameter == null || isBody(parameter)) {
            return Refusal.malformed(Fault.at("", "unreadable-body"));
        }
        var name = nameOf(parameter);
        return Refusal.malformed(Fault.at(name, "malformed-parameter", name));
    }

    static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class);
    }

    /// The name the caller knows the parameter by: the annotation's, or the Java one.
    static String nameOf(MethodParameter parameter) {
        return Arrays.stream(parameter.getParameterAnnotations())
                .filter(annotation -> annotation.annotationType().getPackage().equals(RequestParam.class.getPackage()))
                .map(AnnotationUtils::getValue)
                .map(String::valueOf)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> Objects.requireNonNullElse(parameter.getParameterName(), "?"));
    }

    private static @Nullable Refusal byStatus(ResponseStatusException error) {
        var status = HttpStatus.resolve(error.getStatusCode().value());
        return status == null ? null : switch (status) {
            case NOT_FOUND -> Refusal.of(status, "no-such-path");
            case METHOD_NOT_ALLOWED -> Refusal.of(status, "method-not-allowed");
            case NOT_ACCEPTABLE -> Refusal.of(status, "not-acceptable");
            case UNSUPPORTED_MEDIA_TYPE -> Refusal.of(status, "unsupported-media-type");
            case CONTENT_TOO_LARGE, PAYLOAD_TOO_LARGE -> tooLarge();
            case BAD_REQUEST -> Refusal.malformed();
            case SERVICE_UNAVAILABLE -> Refusal.of(status, "unavailable");
            case GATEWAY_TIMEOUT -> Refusal.of(status, "timeout");
            default -> null;
        };
    }

    private static Refusal tooLarge() {
        return Refusal.of(CONTENT_TOO_LARGE, "too-large");
    }
}
