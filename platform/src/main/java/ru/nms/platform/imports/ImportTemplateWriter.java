package ru.nms.platform.imports;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.HttpMessageWriter;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import ru.nms.platform.table.TableFormat;
import ru.nms.platform.table.TemplateWriter;

/// Writes a template as a workbook, or as CSV for those who ask for it.
final class ImportTemplateWriter implements HttpMessageWriter<ImportTemplate> {

    private static final MediaType XLSX = MediaType.parseMediaType(TableFormat.XLSX.mediaType());
    private static final MediaType CSV = MediaType.parseMediaType(TableFormat.CSV.mediaType());

    @Override
    public List<MediaType> getWritableMediaTypes() {
        return List.of(XLSX, CSV);
    }

    @Override
    public boolean canWrite(ResolvableType type, @Nullable MediaType form) {
        return type.resolve() == ImportTemplate.class;
    }

    @Override
    public Mono<Void> write(Publisher<? extends ImportTemplate> template, ResolvableType type, @Nullable MediaType form,
                            ReactiveHttpOutputMessage message, Map<String, Object> hints) {
        var format = CSV.equalsTypeAndSubtype(form) ? TableFormat.CSV : TableFormat.XLSX;
        return Mono.from(template).flatMap(asked -> {
            message.getHeaders().setContentType(MediaType.parseMediaType(format.mediaType()));
            message.getHeaders().setContentDisposition(ContentDisposition.attachment()
                    .filename(asked.kind() + "-template." + format.extension()).build());
            return message.writeWith(Mono.fromSupplier(() -> message.bufferFactory().wrap(bytes(asked, format)))
                    .subscribeOn(Schedulers.boundedElastic()));
        });
    }

    private static byte[] bytes(ImportTemplate template, TableFormat format) {
        var bytes = new ByteArrayOutputStream();
        TemplateWriter.write(bytes, format, template.columns());
        return bytes.toByteArray();
    }
}
