package ru.nms.platform.list;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.EncoderHttpMessageWriter;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.server.NotAcceptableStatusException;

import reactor.core.publisher.Mono;
import ru.nms.platform.table.TableFlux;
import ru.nms.platform.table.TableFormat;
import tools.jackson.databind.json.JsonMapper;

/// Writes a [Tabular] in the form that was asked for. What fails before the first byte is answered as a problem; what
/// fails later breaks the answer off, so that nobody takes half a table for a whole one.
final class TabularWriter implements HttpMessageWriter<Tabular<?>> {

    private static final MediaType CSV = MediaType.parseMediaType(TableFormat.CSV.mediaType());
    private static final MediaType XLSX = MediaType.parseMediaType(TableFormat.XLSX.mediaType());
    private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_JSON, CSV, XLSX);

    private final EncoderHttpMessageWriter<Object> json;

    TabularWriter(JsonMapper mapper) {
        this.json = new EncoderHttpMessageWriter<>(new JacksonJsonEncoder(mapper));
    }

    @Override
    public List<MediaType> getWritableMediaTypes() {
        return FORMS;
    }

    /// Every form, so that none is left to writers that know the type less well.
    @Override
    public boolean canWrite(ResolvableType type, @Nullable MediaType form) {
        return type.resolve() == Tabular.class;
    }

    @Override
    public Mono<Void> write(Publisher<? extends Tabular<?>> answer, ResolvableType type, @Nullable MediaType form,
                            ReactiveHttpOutputMessage message, Map<String, Object> hints) {
        return Mono.from(answer).flatMap(tabular -> {
            if (MediaType.APPLICATION_JSON.isCompatibleWith(form)) {
                return json.write(tabular.body(), type.getGeneric(), MediaType.APPLICATION_JSON, message, hints);
            }
            return table(tabular, format(form), message);
        });
    }

    private static TableFormat format(@Nullable MediaType form) {
        if (CSV.equalsTypeAndSubtype(form)) {
            return TableFormat.CSV;
        }
        if (XLSX.equalsTypeAndSubtype(form)) {
            return TableFormat.XLSX;
        }
        throw new NotAcceptableStatusException(FORMS);
    }

    private static Mono<Void> table(Tabular<?> tabular, TableFormat format, ReactiveHttpOutputMessage message) {
        message.getHeaders().setContentType(MediaType.parseMediaType(format.mediaType()));
        message.getHeaders().setContentDisposition(ContentDisposition.attachment()
                .filename(tabular.name() + "." + format.extension()).build());
        return message.writeWith(TableFlux.write(tabular.sheets(), format));
    }
}
