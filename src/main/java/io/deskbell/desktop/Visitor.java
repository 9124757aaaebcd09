package io.deskbell.desktop;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A later start at the first one's door. Loads as little as it can: the user waits for it. */
final class Visitor {
    private static final int LOOK_AGAIN_MILLIS = 10;

    private final Path addressFile;
    private final Duration patience;

    Visitor(Path addressFile, Duration patience) {
        this.addressFile = addressFile;
        this.patience = patience;
    }

    Reply ask(List<String> words) throws IOException, InterruptedException {
        DoorAddress address = await();
        try (Socket door = new Socket()) {
            int millis = (int) patience.toMillis();
            door.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()), millis);
            door.setSoTimeout(millis);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(door.getOutputStream()));
            out.writeUTF(address.password());
            Wording.write(out, words);
            out.flush();
            DataInputStream in = new DataInputStream(door.getInputStream());
            return new Reply(in.readUnsignedByte(), in.readUTF());
        } catch (IOException noAnswer) {
            throw new IOException("Deskbell is already running and does not answer: end it and start again", noAnswer);
        }
    }

    private DoorAddress await() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<DoorAddress> address = DoorAddress.read(addressFile);
        while (address.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("Deskbell is already running and listens to nobody: end it and start again");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            address = DoorAddress.read(addressFile);
        }
        return address.get();
    }
}
