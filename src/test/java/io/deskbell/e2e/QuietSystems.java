package io.deskbell.e2e;

import io.deskbell.e2e.AtRest.Quiet;
import io.deskbell.source.asterisk.AmiServer;
import io.deskbell.source.sip.ScriptedPbx;
import io.deskbell.source.threecx.ThreeCxServer;
import io.deskbell.source.voipgrid.PlatformSimulator;
import io.deskbell.source.xelion.XelionSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Telephone systems on which nobody calls, over real sockets; encrypted where a real one is. */
final class QuietSystems {
    private QuietSystems() {
    }

    static Quiet sip(String shown, String more) throws IOException {
        ScriptedPbx pbx = ScriptedPbx.udp().showing(shown);
        return sip(pbx, more);
    }

    /** As VoIPGRID's own softphones speak SIP. */
    static Quiet secureWebsocket(Path folder) throws IOException {
        HeldCertificate own = new HeldCertificate.Builder().commonName("pbx")
                .addSubjectAlternativeName("127.0.0.1").build();
        Path pem = Files.writeString(folder.resolve("pbx.pem"), own.certificatePem());
        ScriptedPbx pbx = ScriptedPbx.secureWebsocket(new HandshakeCertificates.Builder().heldCertificate(own).build()
                .sslContext().getServerSocketFactory()).showing(AtRest.IDLE);
        return sip(pbx, "\ncertificate = " + pem);
    }

    static Quiet threeCx() throws IOException {
        ThreeCxServer server = ThreeCxServer.plain("201", "203");
        return new Quiet("3cx", server.ini(), server::close);
    }

    static Quiet xelion(Path folder) throws IOException {
        XelionSimulator xelion = XelionSimulator.secure(0);
        Path pem = Files.writeString(folder.resolve("xelion.pem"), xelion.certificate());
        return new Quiet("xelion", xelion.ini() + "\ncertificate = " + pem, xelion::close);
    }

    static Quiet asterisk() throws IOException {
        AmiServer asterisk = AmiServer.open();
        return new Quiet("asterisk", asterisk.ini(), asterisk);
    }

    static Quiet voipgrid() throws IOException {
        PlatformSimulator platform = PlatformSimulator.open();
        return new Quiet("voipgrid", "url = " + platform.url() + "\nuser = " + PlatformSimulator.USER + "\ntoken = "
                + PlatformSimulator.TOKEN, platform::close);
    }

    /** A real Mosquitto with a relay of the built image; neither is measured. */
    static Quiet mqtt(Path folder) throws Exception {
        RelayRig rig = RelayRig.of(folder);
        rig.relay("relay", Ports.free(1)).connected();
        return new Quiet("mqtt", "server = " + rig.broker().server() + "\nuser = 201\npassword = pw201\ncertificate = "
                + rig.broker().certificate(), rig);
    }

    private static Quiet sip(ScriptedPbx pbx, String more) {
        return new Quiet("sip", "server = " + pbx.uri() + "\nuser = 203\npassword = pw203" + more, pbx::close);
    }
}
