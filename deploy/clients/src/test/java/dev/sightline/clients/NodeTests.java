package dev.sightline.clients;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The scenarios of clients that run on Node.js or in a browser. */
final class NodeTests {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path MODULES = Path.of("node_modules").toAbsolutePath();
    private static final Path REPORT = TARGET.resolve("node-tests.xml");
    private static final String LIBRARY = "posthog-js-";
    private static final long PATIENCE_MINUTES = 8;

    private NodeTests() {}

    /** A folder with the scripts of every installed version of posthog-js, as pages load them. */
    static Path scripts() throws IOException {
        Path folder = Files.createDirectories(TARGET.resolve("static"));
        try (Stream<Path> packages = Files.list(MODULES)) {
            for (Path library : packages.filter(NodeTests::isLibrary).toList()) {
                Path version = folder.resolve(library.getFileName().toString().substring(LIBRARY.length()));
                Files.deleteIfExists(version);
                Files.createSymbolicLink(version, library.resolve("dist"));
            }
        }
        return folder;
    }

    private static boolean isLibrary(Path installed) {
        return installed.getFileName().toString().startsWith(LIBRARY);
    }

    /** Runs all of them, and gives what became of each. */
    static List<Outcome> run(String url) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "node",
                "--test",
                "--test-concurrency=2",
                "--test-reporter=spec",
                "--test-reporter-destination=stdout",
                "--test-reporter=junit",
                "--test-reporter-destination=" + REPORT));
        command.addAll(files());
        Files.deleteIfExists(REPORT);
        run(command, Map.of("SIGHTLINE_URL", url));
        return read(REPORT.toFile());
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> tests = Files.list(Path.of("test"))) {
            return tests.map(Path::toString).sorted().toList();
        }
    }

    private static void run(List<String> command, Map<String, String> environment) throws IOException {
        Files.createDirectories(TARGET);
        File log = TARGET.resolve(command.get(0) + ".log").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException(command.get(0) + " takes too long; see " + log);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static List<Outcome> read(File report) throws IOException {
        try {
            NodeList cases = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report)
                    .getElementsByTagName("testcase");
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < cases.getLength(); i++) {
                outcomes.add(outcome((Element) cases.item(i)));
            }
            return outcomes;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("the report of Node's tests cannot be read; see " + TARGET.resolve("node.log"), e);
        }
    }

    private static Outcome outcome(Element testcase) {
        NodeList failures = testcase.getElementsByTagName("failure");
        return Outcome.named(
                testcase.getAttribute("name"),
                failures.getLength() == 0 ? null : failures.item(0).getTextContent());
    }
}
