package dev.catamaran.bench;

/** Services as people write them: short forms, variables, long forms, a bit of everything. */
final class GeneratedFile {
  private GeneratedFile() {}

  static String of(int services) {
    var text = new StringBuilder("version: \"3.8\"\nservices:\n");
    for (int i = 0; i < services; i++) {
      text.append(
          """
            service%1$d:
              image: registry.example.com/team/service%1$d:${TAG:-1.%1$d}
              command: serve --port 8080 --name "service %1$d"
              environment:
                - MODE=production
                - NUMBER=%1$d
                - HOME_OF=${UNSET:-nobody}
              ports:
                - "%2$d:8080"
              volumes:
                - data:/var/lib/data
                - ./conf/%1$d:/etc/service:ro
              networks: [front, back]
              labels:
                team: shop
                number: "%1$d"
              healthcheck:
                test: ["CMD", "curl", "-f", "http://localhost:8080"]
                interval: 30s
              deploy:
                replicas: 2
                resources:
                  limits: {cpus: "0.50", memory: 64M}
                placement:
                  constraints: [node.platform.os == linux]
          """
              .formatted(i, 10_000 + i));
    }
    return text + "networks:\n  front:\n  back:\nvolumes:\n  data:\n";
  }
}
