package dev.garrison.dist;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import javax.naming.NamingException;
import javax.naming.spi.NamingManager;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.ietf.jgss.GSSManager;
import org.xml.sax.InputSource;

/**
 * Runs on the Java of the distribution, without any library; the last line it prints is its answer.
 */
final class RuntimeProbe {
  static final String PASSWORD = "only for this test";
  private static final String XML = "<garrison/>";

  private RuntimeProbe() {}

  public static void main(String[] args) throws Exception {
    System.out.println(
        switch (args[0]) {
          case "https" -> https(Path.of(args[1]));
          case "kerberos" -> kerberos(args[1], args[2]);
          case "mechanisms" -> Arrays.toString(GSSManager.getInstance().getMechs());
          case "dns" -> dns();
          case "xml" -> xml();
          case "code-page" -> Charset.forName("Cp850").name();
          case "tokens" -> Security.getProvider("SunPKCS11").getName();
          case "memory" ->
              ""
                  + ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                      .getTotalMemorySize();
          default -> throw new IllegalArgumentException(args[0]);
        });
  }

  private static String https(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate(store.aliases().nextElement()));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);

    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      URI address = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
      HttpsURLConnection connection = (HttpsURLConnection) address.toURL().openConnection();
      connection.setSSLSocketFactory(context.getSocketFactory());
      connection.connect();
      String protocol = connection.getSSLSession().orElseThrow().getProtocol();
      return connection.getResponseCode() + " read by " + protocol;
    } finally {
      server.stop(0);
    }
  }

  private static String kerberos(String configuration, String keyTable) {
    System.setProperty("java.security.krb5.conf", configuration);
    Map<String, String> options =
        Map.of(
            "useKeyTab",
            "true",
            "keyTab",
            keyTable,
            "principal",
            "garrison@LAB.EXAMPLE",
            "doNotPrompt",
            "true");
    Configuration login =
        new Configuration() {
          @Override
          public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            return new AppConfigurationEntry[] {
              new AppConfigurationEntry(
                  "com.sun.security.auth.module.Krb5LoginModule",
                  LoginModuleControlFlag.REQUIRED,
                  options)
            };
          }
        };
    try {
      new LoginContext("garrison", new Subject(), null, login).login();
      return "signed in";
    } catch (LoginException refused) {
      return String.valueOf(refused.getMessage()).strip();
    }
  }

  @SuppressWarnings("JdkObsolete") // JNDI asks for a Hashtable.
  private static String dns() throws NamingException {
    return Objects.requireNonNull(NamingManager.getURLContext("dns", new Hashtable<>()))
        .getClass()
        .getName();
  }

  private static String xml() throws Exception {
    String tree =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(XML)))
            .getDocumentElement()
            .getNodeName();
    XMLStreamReader stream =
        XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(XML));
    stream.nextTag();
    return tree + " " + stream.getLocalName();
  }
}
