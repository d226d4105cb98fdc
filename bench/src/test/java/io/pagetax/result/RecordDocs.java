package io.pagetax.result;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the sources of the data model say of its records and their components, as plain text. */
final class RecordDocs {

    private static final Path SOURCES = Path.of("src", "main", "java", "io", "pagetax", "result");

    private final Map<String, String> texts = new HashMap<>();

    private RecordDocs() {}

    static RecordDocs read() throws IOException {
        RecordDocs docs = new RecordDocs();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.list(SOURCES)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources.sorted().toList()));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                docs.new Reader(trees).scan(unit, null);
            }
        }
        return docs;
    }

    /** Of a record. */
    Optional<String> of(String simpleName) {
        return Optional.ofNullable(texts.get(simpleName));
    }

    /** Of a component of a record. */
    Optional<String> of(String simpleName, String component) {
        return Optional.ofNullable(texts.get(simpleName + "." + component));
    }

    private final class Reader extends TreePathScanner<Void, Void> {

        private final DocTrees trees;

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            String name = type.getSimpleName().toString();
            if (comment != null) {
                texts.put(name, plain(comment.getFullBody()));
                comment.getBlockTags().stream()
                        .filter(tag -> tag instanceof ParamTree)
                        .map(ParamTree.class::cast)
                        .forEach(tag -> texts.put(name + "." + tag.getName(), plain(tag.getDescription())));
            }
            return super.visitClass(type, null);
        }
    }

    private static String plain(List<? extends DocTree> parts) {
        return parts.stream()
                .map(RecordDocs::plain)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String plain(DocTree part) {
        if (part instanceof LiteralTree literal) {
            return literal.getBody().getBody();
        }
        if (part instanceof TextTree text) {
            return text.getBody();
        }
        if (part instanceof LinkTree link) {
            return link.getLabel().isEmpty() ? name(link.getReference().getSignature()) : plain(link.getLabel());
        }
        return part.toString();
    }

    /** What is linked to, as in JSON: without its type and parentheses. */
    private static String name(String signature) {
        return signature.replaceAll(".*#|\\(\\)", "");
    }
}
