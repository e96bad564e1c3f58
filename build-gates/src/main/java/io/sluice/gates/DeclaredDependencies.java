package io.sluice.gates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a pom declares as dependencies beside those of its tests: the optional ones too, which the enforcer passes over. */
final class DeclaredDependencies {

    private DeclaredDependencies() {}

    static List<String> of(Path pom) {
        try {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
            return elements(document.getElementsByTagName("dependency"))
                    .filter(dependency -> !text(dependency, "scope").equals("test"))
                    .map(dependency -> text(dependency, "groupId") + ":" + text(dependency, "artifactId"))
                    .toList();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("Could not read " + pom, e);
        }
    }

    private static String text(Element dependency, String name) {
        return elements(dependency.getElementsByTagName(name))
                .findFirst()
                .map(Element::getTextContent)
                .orElse("");
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }
}
