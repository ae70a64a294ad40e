package dev.catamaran.plan;

import dev.catamaran.compose.FileDeclaration;
import dev.catamaran.compose.Project;
import dev.catamaran.compose.Service;
import dev.catamaran.model.ImageRef;
import dev.catamaran.plan.discovery.Discovery;
import dev.catamaran.plan.network.EngineNames;
import dev.catamaran.plan.network.PlannedNetwork;
import dev.catamaran.plan.placement.Offer;
import dev.catamaran.plan.placement.Placement;
import dev.catamaran.plan.ports.PortGrant;
import dev.catamaran.plan.ports.PortGrant.Reach;
import dev.catamaran.plan.storage.PipeMounts;
import dev.catamaran.route.MeshLabel;
import dev.catamaran.route.MeshLabel.MeshPort;
import dev.catamaran.spec.Attachment;
import dev.catamaran.spec.Container;
import dev.catamaran.spec.Deployment;
import dev.catamaran.spec.EndpointSpec;
import dev.catamaran.spec.EndpointSpec.PortSpec;
import dev.catamaran.spec.EndpointSpec.PublishMode;
import dev.catamaran.spec.Execution;
import dev.catamaran.spec.FileKind;
import dev.catamaran.spec.FileUse;
import dev.catamaran.spec.Isolation;
import dev.catamaran.spec.Labels;
import dev.catamaran.spec.Mount;
import dev.catamaran.spec.NetworkSpec;
import dev.catamaran.spec.Privileges.CredentialSpec;
import dev.catamaran.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes decisions into what the engine is asked to hold; Compose keys become engine names. */
final class SpecWriter {
  private final Project project;
  private final EngineNames names;
  private final Map<String, PlannedNetwork> networks;

  SpecWriter(Project project, EngineNames names, Map<String, PlannedNetwork> networks) {
    this.project = project;
    this.names = names;
    this.networks = networks;
  }

  ServiceSpec write(
      Service service,
      Offer offer,
      Placement placement,
      Discovery discovery,
      List<PortGrant> grants) {
    var image = service.image().orElseThrow();
    return new ServiceSpec(
        names.service(service.name()),
        labels(service, image, grants),
        pinned(image, offer),
        container(service, placement),
        deployment(service, placement),
        attachments(service),
        new EndpointSpec(discovery.mode(), grants.stream().map(SpecWriter::port).toList()));
  }

  private static ImageRef pinned(ImageRef image, Offer offer) {
    return image.digest().isPresent() ? image : offer.digest().map(image::withDigest).orElse(image);
  }

  private Map<String, String> labels(Service service, ImageRef image, List<PortGrant> grants) {
    var labels = new LinkedHashMap<>(service.deploy().labels());
    labels.put(Labels.STACK, project.name().text());
    labels.put(Labels.STACK_IMAGE, image.familiar());
    var carried =
        grants.stream()
            .filter(g -> g.reach() == Reach.CATAMARAN_MESH)
            .map(g -> new MeshPort(g.published().orElseThrow(), g.target(), g.protocol()))
            .toList();
    if (!carried.isEmpty()) {
      labels.put(Labels.MESH, new MeshLabel(carried).toString());
    }
    return labels;
  }

  private static PortSpec port(PortGrant grant) {
    return switch (grant.reach()) {
      case ENGINE_MESH ->
          new PortSpec(grant.published(), grant.target(), grant.protocol(), PublishMode.INGRESS);
      case CATAMARAN_MESH ->
          new PortSpec(Optional.empty(), grant.target(), grant.protocol(), PublishMode.HOST);
      case TASK_NODES ->
          new PortSpec(grant.published(), grant.target(), grant.protocol(), PublishMode.HOST);
    };
  }

  private static Deployment deployment(Service service, Placement decided) {
    var written = service.deploy().deployment();
    return written.withPlacement(
        new Deployment.Placement(
            decided.constraints().stream().map(Placement.Constraining::constraint).toList(),
            decided.platforms(),
            written.placement().spreads(),
            written.placement().mostPerNode()));
  }

  private List<Attachment> attachments(Service service) {
    return service.networks().stream()
        .flatMap(a ->
            Optional.ofNullable(networks.get(a.network())).stream()
                .map(network -> attachment(service, a, network.spec())))
        .toList();
  }

  private static Attachment attachment(Service service, Attachment written, NetworkSpec network) {
    var aliases = new ArrayList<String>();
    aliases.add(service.name().text());
    written.aliases().stream().filter(n -> !aliases.contains(n)).forEach(aliases::add);
    return new Attachment(network.name(), aliases, written.options());
  }

  private Container container(Service service, Placement placement) {
    var written = service.container();
    var labels = new LinkedHashMap<>(written.labels());
    labels.put(Labels.STACK, project.name().text());
    return written
        .withLabels(labels)
        .withExecution(execution(written.execution()))
        .withMounts(written.mounts().stream().map(this::mount).toList())
        .withFiles(written.files().stream().map(this::file).toList())
        .withIsolation(
            placement.written().or(() -> written.isolation().filter(i -> i != Isolation.DEFAULT)));
  }

  private Execution execution(Execution written) {
    var privileges = written.privileges();
    return written.withPrivileges(
        privileges.withCredentialSpec(privileges.credentialSpec().map(this::credentials)));
  }

  private CredentialSpec credentials(CredentialSpec spec) {
    return switch (spec.source()) {
      case CONFIG ->
          new CredentialSpec(spec.source(), names.file(declaration(FileKind.CONFIG, spec.value())));
      case FILE, REGISTRY -> spec;
    };
  }

  private Mount mount(Mount mount) {
    var declared = mount.source().map(project.volumes()::get);
    boolean named = mount.type() == Mount.Type.VOLUME || mount.type() == Mount.Type.CLUSTER;
    if (!named || declared.isEmpty()) {
      return PipeMounts.written(mount);
    }
    var volume = declared.get();
    var labels = new LinkedHashMap<>(volume.volume().labels());
    labels.put(Labels.STACK, project.name().text());
    var made =
        volume.external() || mount.type() == Mount.Type.CLUSTER
            ? Optional.<Mount.Volume>empty()
            : Optional.of(
                new Mount.Volume(volume.volume().driver(), volume.volume().options(), labels));
    return mount.with(Optional.of(names.volume(volume)), made);
  }

  private FileUse file(FileUse use) {
    return new FileUse(
        use.kind(),
        names.file(declaration(use.kind(), use.source())),
        use.target(),
        use.uid(),
        use.gid(),
        use.mode());
  }

  private FileDeclaration declaration(FileKind kind, String key) {
    var declared =
        switch (kind) {
          case CONFIG -> project.configs().get(key);
          case SECRET -> project.secrets().get(key);
        };
    if (declared == null) {
      throw new IllegalStateException("the loader resolves every " + kind.word());
    }
    return declared;
  }
}
