package ru.nms.platform.table;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

/// The archive around a workbook: its parts, found through the relations between them, and never more of them than
/// the limits allow.
final class XlsxPackage implements Closeable {

    /// What one part says about another: the end of its type, and the path of the part.
    record Relation(String type, String target) {}

    private final ZipFile zip;
    private final TableLimits limits;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final AtomicLong unpacked = new AtomicLong();

    private XlsxPackage(ZipFile zip, TableLimits limits) {
        this.zip = zip;
        this.limits = limits;
        if (zip.size() > limits.entries()) {
            throw TableProblem.of(TableCode.FILE_BOMB);
        }
        zip.stream().forEach(entry -> entries.put(entry.getName().toLowerCase(Locale.ROOT), entry));
        if (entries.values().stream().mapToDouble(entry -> Math.max(0, entry.getSize())).sum() > limits.unpacked()) {
            throw TableProblem.of(TableCode.FILE_BOMB);
        }
    }

    static XlsxPackage open(Path file, TableLimits limits) throws IOException {
        try {
            var zip = new ZipFile(file.toFile());
            try {
                return new XlsxPackage(zip, limits);
            } catch (RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException | EOFException e) {
            throw Xml.broken();
        }
    }

    String workbook() {
        return relations("").values().stream()
                .filter(relation -> relation.type().equals("officeDocument") && relation.target().endsWith(".xml"))
                .map(Relation::target)
                .findFirst()
                .orElseThrow(() -> TableProblem.of(TableCode.FILE_NOT_XLSX));
    }

    /// By id. `""` is the archive itself.
    Map<String, Relation> relations(String part) {
        int slash = part.lastIndexOf('/') + 1;
        var name = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        var relations = new HashMap<String, Relation>();
        if (!has(name)) {
            return relations;
        }
        try (var xml = new Xml(part(name))) {
            while (xml.next()) {
                var id = xml.starts("Relationship") ? xml.attribute("Id") : null;
                var type = id == null ? null : xml.attribute("Type");
                var target = id == null ? null : xml.attribute("Target");
                if (id != null && type != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
                    relations.put(id, new Relation(type.substring(type.lastIndexOf('/') + 1), path(part, target)));
                }
            }
        }
        return relations;
    }

    InputStream part(String name) {
        var entry = entries.get(name.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw Xml.broken();
        }
        try {
            return new GuardedStream(zip.getInputStream(entry), entry.getCompressedSize(), unpacked, limits);
        } catch (IOException e) {
            throw Xml.broken();
        }
    }

    @Nullable InputStream part(@Nullable Relation relation) {
        return relation != null && has(relation.target()) ? part(relation.target()) : null;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private boolean has(String name) {
        return entries.containsKey(name.toLowerCase(Locale.ROOT));
    }

    private static String path(String from, String target) {
        try {
            var path = URI.create("/" + from).resolve(target).getPath();
            return path == null ? "" : path.substring(Math.min(path.length(), 1));
        } catch (IllegalArgumentException e) {
            throw Xml.broken();
        }
    }
}
