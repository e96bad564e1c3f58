package io.sluice.gates;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** The sources of a module as the compiler reads them, for what class files no longer tell. */
public final class ModuleSources {

    private final DocTrees trees;
    private final List<CompilationUnitTree> units;

    private ModuleSources(DocTrees trees, List<CompilationUnitTree> units) {
        this.trees = trees;
        this.units = units;
    }

    static ModuleSources in(Path folder) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = Files.walk(folder);
                var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var java = files.filter(file -> file.toString().endsWith(".java")).toList();
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(java));
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            return new ModuleSources(DocTrees.instance(task), units);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the sources say {@code synchronized}: a lock that waits. Class files tell it of methods only. */
    public List<String> synchronizedCode() {
        var scan = new SynchronizedCode();
        units.forEach(unit -> scan.scan(unit, unit));
        return scan.found;
    }

    List<String> publicTypesWithoutComment(PackageTable table) {
        var scan = new UncommentedTypes();
        for (var unit : units) {
            var declared = unit.getPackage();
            if (declared != null && table.exports(declared.getPackageName().toString())) {
                scan.scan(unit, unit);
            }
        }
        return scan.found;
    }

    private String locationOf(CompilationUnitTree unit, Tree tree) {
        var start = trees.getSourcePositions().getStartPosition(unit, tree);
        return unit.getSourceFile().getName() + ":" + unit.getLineMap().getLineNumber(start);
    }

    private final class SynchronizedCode extends TreePathScanner<Void, CompilationUnitTree> {

        private final List<String> found = new ArrayList<>();

        @Override
        public Void visitSynchronized(SynchronizedTree block, CompilationUnitTree unit) {
            found.add(locationOf(unit, block));
            return super.visitSynchronized(block, unit);
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            if (method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)) {
                found.add(locationOf(unit, method));
            }
            return super.visitMethod(method, unit);
        }
    }

    /** Does not look into interfaces: the members of a sealed family are told by its head. */
    private final class UncommentedTypes extends TreePathScanner<Void, CompilationUnitTree> {

        private final List<String> found = new ArrayList<>();

        @Override
        public Void visitPackage(PackageTree declared, CompilationUnitTree unit) {
            if (unit.getSourceFile().getName().endsWith("package-info.java")) {
                requireComment(unit);
            }
            return super.visitPackage(declared, unit);
        }

        @Override
        public Void visitClass(ClassTree type, CompilationUnitTree unit) {
            var flags = type.getModifiers().getFlags();
            if (flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED)) {
                requireComment(unit);
                nestedClassesOf(type).forEach(nested -> scan(nested, unit));
            }
            return null;
        }

        private Stream<? extends Tree> nestedClassesOf(ClassTree type) {
            var isInterface = type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
            return isInterface ? Stream.empty() : type.getMembers().stream().filter(ClassTree.class::isInstance);
        }

        private void requireComment(CompilationUnitTree unit) {
            var comment = trees.getDocComment(getCurrentPath());
            if (comment == null || comment.isBlank()) {
                found.add(locationOf(unit, getCurrentPath().getLeaf()));
            }
        }
    }
}
