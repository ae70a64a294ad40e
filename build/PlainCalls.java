import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes out what a pattern switch and a record's equals and hashCode stand for, in the classes of
 * a folder. javac leaves both to the virtual machine, which makes code for each at its first use, 1
 * to 10 ms a start, and no ahead-of-time cache of JDK 25 keeps that code. Run by the build, with
 * the program's class path: see docs/decisions/0008.
 *
 * <p>What it does not know stays as javac wrote it, and works.
 */
final class PlainCalls {
  private static final ClassDesc OBJECTS = ClassDesc.of(Objects.class.getName());
  private static final MethodTypeDesc EQUALS =
      MethodTypeDesc.of(
          ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
  private static final MethodTypeDesc HASH =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object);

  /** A call that the virtual machine would link: where it leads, and what it is told. */
  private record Call(
      String bootstrap, String name, MethodTypeDesc type, List<ConstantDesc> arguments) {
    static Call of(InvokeDynamicInstruction site) {
      return new Call(
          site.bootstrapMethod().owner().displayName() + "." + site.name().stringValue(),
          site.name().stringValue(),
          site.typeSymbol(),
          site.bootstrapArgs());
    }

    /** Whether we know what it stands for. */
    boolean known() {
      return switch (bootstrap) {
        case "SwitchBootstraps.typeSwitch" ->
            arguments.stream().allMatch(ClassDesc.class::isInstance);
        case "ObjectMethods.equals", "ObjectMethods.hashCode" -> true;
        default -> false;
      };
    }

    /** What it stands for, as the body of a static method. */
    void write(CodeBuilder code) {
      switch (bootstrap) {
        case "SwitchBootstraps.typeSwitch" -> firstMatch(code);
        case "ObjectMethods.equals" -> equal(code);
        default -> hash(code);
      }
    }

    /** (value, from): the place of the first type, at or after "from", that the value has. */
    private void firstMatch(CodeBuilder code) {
      var value = code.newLabel();
      code.aload(0).ifnonnull(value).iconst_m1().ireturn().labelBinding(value);
      for (int i = 0; i < arguments.size(); i++) {
        var next = code.newLabel();
        code.iload(1).loadConstant(i).if_icmpgt(next);
        code.aload(0).instanceOf((ClassDesc) arguments.get(i)).ifeq(next);
        code.loadConstant(i).ireturn().labelBinding(next);
      }
      code.loadConstant(arguments.size()).ireturn();
    }

    /** (record, other): whether all components are the same. */
    private void equal(CodeBuilder code) {
      var self = (ClassDesc) arguments.getFirst();
      var differs = code.newLabel();
      code.aload(1).instanceOf(self).ifeq(differs);
      code.aload(1).checkcast(self).astore(2);
      for (var component : components()) {
        var type = component.invocationType().returnType();
        code.aload(0).getfield(self, component.methodName(), type);
        code.aload(2).getfield(self, component.methodName(), type);
        switch (TypeKind.from(type)) {
          case INT, SHORT, BYTE, CHAR, BOOLEAN -> code.if_icmpne(differs);
          case LONG -> code.lcmp().ifne(differs);
          case FLOAT, DOUBLE ->
              code.invokestatic(
                      box(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                  .ifne(differs);
          case REFERENCE, VOID -> code.invokestatic(OBJECTS, "equals", EQUALS).ifeq(differs);
        }
      }
      code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
    }

    /** (record): as the JDK computes it. */
    private void hash(CodeBuilder code) {
      var self = (ClassDesc) arguments.getFirst();
      code.iconst_0();
      for (var component : components()) {
        var type = component.invocationType().returnType();
        code.loadConstant(31).imul();
        code.aload(0).getfield(self, component.methodName(), type);
        if (type.isPrimitive()) {
          code.invokestatic(
              box(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
        } else {
          code.invokestatic(OBJECTS, "hashCode", HASH);
        }
        code.iadd();
      }
      code.ireturn();
    }

    /** After the record's class and the names of its components come their fields. */
    private List<DirectMethodHandleDesc> components() {
      return arguments.stream()
          .skip(2)
          .map(DirectMethodHandleDesc.class::cast)
          .toList();
    }

    private static ClassDesc box(ClassDesc primitive) {
      return switch (TypeKind.from(primitive)) {
        case INT -> ConstantDescs.CD_Integer;
        case SHORT -> ConstantDescs.CD_Short;
        case BYTE -> ConstantDescs.CD_Byte;
        case CHAR -> ConstantDescs.CD_Character;
        case BOOLEAN -> ConstantDescs.CD_Boolean;
        case LONG -> ConstantDescs.CD_Long;
        case FLOAT -> ConstantDescs.CD_Float;
        case DOUBLE -> ConstantDescs.CD_Double;
        case REFERENCE, VOID -> throw new IllegalArgumentException(primitive + " has no box");
      };
    }
  }

  private final ClassFile format =
      ClassFile.of(
          ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.ofResourceParsing(
                      Thread.currentThread().getContextClassLoader())
                  .orElse(ClassHierarchyResolver.defaultResolver())));

  private PlainCalls() {}

  /** The argument is a folder of classes; those it changes are written in their place. */
  public static void main(String[] words) throws IOException {
    List<Path> classes;
    try (var all = Files.walk(Path.of(words[0]))) {
      classes = all.filter(p -> p.toString().endsWith(".class")).toList();
    }
    var plain = new PlainCalls();
    for (var file : classes) {
      plain.rewrite(file);
    }
  }

  private void rewrite(Path file) throws IOException {
    var model = format.parse(Files.readAllBytes(file));
    Map<Call, String> methods = new LinkedHashMap<>();
    var changed =
        format.transformClass(
            model,
            ClassTransform.transformingMethodBodies((code, element) -> {
                  if (element instanceof InvokeDynamicInstruction site && Call.of(site).known()) {
                    call(code, Call.of(site), model, methods);
                  } else {
                    code.with(element);
                  }
                })
                .andThen(ClassTransform.endHandler(end -> methods.forEach((c, m) -> add(end, c, m)))));
    if (!methods.isEmpty()) {
      Files.write(file, changed);
    }
  }

  private static void call(
      CodeBuilder code, Call call, ClassModel self, Map<Call, String> methods) {
    var method = methods.computeIfAbsent(call, c -> "plain$" + c.name() + "$" + methods.size());
    code.invokestatic(
        self.thisClass().asSymbol(), method, call.type(), self.flags().has(AccessFlag.INTERFACE));
  }

  private static void add(ClassBuilder end, Call call, String method) {
    end.withMethodBody(
        method,
        call.type(),
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
        call::write);
  }
}
