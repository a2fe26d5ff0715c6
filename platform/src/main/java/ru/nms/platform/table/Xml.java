package ru.nms.platform.table;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import com.fasterxml.aalto.stax.InputFactoryImpl;

/// Pulls through one XML part of a workbook. Aalto rather than the JDK's parser, whose limits on entities end in the
/// middle of a large sheet. No document types, no depth without end; whatever is wrong is one problem.
final class Xml implements AutoCloseable {

    private static final int DEEPEST = 100;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private int depth;

    Xml(InputStream in) {
        try {
            this.reader = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException | RuntimeException e) {
            throw asProblem(e);
        }
    }

    static TableProblem broken() {
        return TableProblem.of(TableCode.FILE_BROKEN);
    }

    /// To the next start or end of an element; false at the end of the document.
    boolean next() {
        while (true) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw broken();
                    }
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw broken();
                default -> { }
            }
        }
    }

    boolean starts(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /// By local name: prefixes differ between the programs that write workbooks.
    @Nullable String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /// The text of the element just begun, which has no elements in it; no more of it than `most` characters.
    String text(int most) {
        var text = new StringBuilder();
        for (int event = event(); event != XMLStreamConstants.END_ELEMENT; event = event()) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                append(text, most);
            } else if (event != XMLStreamConstants.COMMENT && event != XMLStreamConstants.PROCESSING_INSTRUCTION) {
                throw broken();
            }
        }
        depth--;
        return text.toString();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw broken();
        }
    }

    private void append(StringBuilder text, int most) {
        try {
            int length = Math.min(most - text.length(), reader.getTextLength());
            text.append(reader.getTextCharacters(), reader.getTextStart(), Math.max(0, length));
        } catch (RuntimeException e) {
            throw asProblem(e);
        }
    }

    private int event() {
        try {
            return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException | RuntimeException e) {
            throw asProblem(e);
        }
    }

    /// A broken document makes parsers fail in every way, lazily and with unchecked exceptions too.
    private static TableProblem asProblem(Exception e) {
        return e instanceof TableProblem problem ? problem : broken();
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
