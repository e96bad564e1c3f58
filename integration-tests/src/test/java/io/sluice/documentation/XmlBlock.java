package io.sluice.documentation;

import io.sluice.documentation.Page.Block;
import io.sluice.gates.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Whether a block of XML is well-formed: a whole document, or a part of one. */
final class XmlBlock {

    private XmlBlock() {}

    /** A part of a pom may have several roots, so one is put around whatever is not a whole document. */
    static Optional<Problem> problemOf(Block block) {
        var isDocument = block.code().startsWith("<?xml");
        var document = isDocument ? block.code() : "<part>" + block.code() + "</part>";
        try {
            SAXParserFactory.newInstance()
                    .newSAXParser()
                    .parse(new InputSource(new StringReader(document)), new DefaultHandler());
            return Optional.empty();
        } catch (SAXParseException e) {
            return Optional.of(
                    new Problem(true, block.line() + e.getLineNumber() - 1L, String.valueOf(e.getMessage())));
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
