package dev.catamaran;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tripwire: a file, method or parameter list that grows past the house's measure is seen. */
class TidyTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/catamaran");
  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 40;
  private static final int PARAMETERS = 5;
  private static final int COMPONENTS = 9;
  private static final Pattern FORBIDDEN_NAME =
      Pattern.compile(".*(?:Impl|Manager|Helper|Utils?)\\.java|Abstract.*|Common.*");

  private static final List<Measured> METHODS = new ArrayList<>();
  private static final List<Measured> PARAMETER_LISTS = new ArrayList<>();
  private static final List<Measured> RECORDS = new ArrayList<>();

  @BeforeAll
  static void measure() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources());
      var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
      for (var unit : task.parse()) {
        new Measure(Trees.instance(task), unit).scan(unit, null);
      }
    }
    assertThat(METHODS).isNotEmpty();
  }

  @Test
  void filesAreShort() throws IOException {
    var longOnes = new ArrayList<Measured>();
    for (var file : sources()) {
      longOnes.add(new Measured(file.toString(), Files.readAllLines(file).size()));
    }
    assertThat(longOnes).noneMatch(m -> m.size > FILE_LINES);
  }

  @Test
  void methodsAreShort() {
    assertThat(METHODS).noneMatch(m -> m.size > METHOD_LINES);
  }

  @Test
  void parameterListsAreShort() {
    assertThat(PARAMETER_LISTS).noneMatch(m -> m.size > PARAMETERS);
    assertThat(RECORDS).noneMatch(m -> m.size > COMPONENTS);
  }

  @Test
  void namesSayTheThing() throws IOException {
    assertThat(sources().stream().map(s -> s.getFileName().toString()))
        .noneMatch(n -> FORBIDDEN_NAME.matcher(n).matches());
  }

  @Test
  void everyRoomSaysItsJob() throws IOException {
    var rooms =
        sources().stream().map(s -> Optional.ofNullable(s.getParent()).orElse(SOURCES)).distinct();
    assertThat(rooms.filter(d -> !d.equals(SOURCES)))
        .allMatch(d -> Files.exists(d.resolve("package-info.java")));
  }

  private static List<Path> sources() throws IOException {
    try (var tree = Files.walk(SOURCES)) {
      return tree.filter(p -> p.toString().endsWith(".java")).sorted().toList();
    }
  }

  private record Measured(String what, long size) {}

  /** Walks one file's syntax tree and notes sizes. */
  private static final class Measure extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final CompilationUnitTree unit;

    Measure(Trees trees, CompilationUnitTree unit) {
      this.trees = trees;
      this.unit = unit;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      if (method.getBody() != null) {
        METHODS.add(new Measured(place(method), lines(method.getBody()) - 2));
      }
      boolean canonical = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
      if (!canonical || !method.getName().contentEquals("<init>")) {
        PARAMETER_LISTS.add(new Measured(place(method), method.getParameters().size()));
      }
      return super.visitMethod(method, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
      if (type.getKind() == Tree.Kind.RECORD) {
        long components =
            type.getMembers().stream()
                .filter(m ->
                    m instanceof VariableTree v
                        && !v.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
        RECORDS.add(new Measured(place(type), components));
      }
      return super.visitClass(type, null);
    }

    private String place(Tree tree) {
      return unit.getSourceFile().getName() + ":" + line(start(tree));
    }

    private long lines(Tree tree) {
      return line(trees.getSourcePositions().getEndPosition(unit, tree)) - line(start(tree)) + 1;
    }

    private long start(Tree tree) {
      return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    private long line(long offset) {
      return unit.getLineMap().getLineNumber(offset);
    }
  }
}
