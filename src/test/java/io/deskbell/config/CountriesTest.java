package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The MSI refuses a country that the program would refuse: both go by libphonenumber. */
class CountriesTest {
    /** As in installer/windows/msi.sh. */
    private static final Pattern ONE = Pattern.compile(".*/data/PhoneNumberMetadataProto_([A-Z][A-Z])");

    @Test
    void thereIsAFileForEachCountryAndNoOther() throws IOException, URISyntaxException {
        Path jar = Path.of(PhoneNumberUtil.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        TreeSet<String> files = new TreeSet<>();
        try (ZipFile packed = new ZipFile(jar.toFile())) {
            packed.stream().map(ZipEntry::getName).map(ONE::matcher).filter(Matcher::matches)
                    .forEach(name -> files.add(name.group(1)));
        }
        assertEquals(new TreeSet<>(PhoneNumberUtil.getInstance().getSupportedRegions()), files);
    }
}
