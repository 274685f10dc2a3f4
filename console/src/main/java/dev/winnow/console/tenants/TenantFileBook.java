package dev.winnow.console.tenants;

import dev.winnow.tenant.Tenant;
import dev.winnow.tenant.TenantFile;
import dev.winnow.tenant.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The tenants of a file on this machine. The commands write the same file; the last change wins. */
public final class TenantFileBook implements TenantBook {
    private final Path file;
    private volatile Read last = new Read(new byte[0], List.of());

    /** The tenants that the file had when it was last read; thousands of them take longer to parse than to read. */
    private static final class Read {
        private final byte[] content;
        private final List<Tenant> tenants;

        Read(byte[] content, List<Tenant> tenants) {
            this.content = content;
            this.tenants = tenants;
        }
    }

    public TenantFileBook(Path file) {
        this.file = file;
    }

    @Override
    public List<Tenant> listTenants() {
        try {
            byte[] content = Files.readAllBytes(file);
            Read known = last;
            if (!Arrays.equals(known.content, content)) {
                known = new Read(content, List.copyOf(TenantFile.parseDocument(content, file.toString())));
                last = known;
            }
            return known.tenants;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tenant file " + file, e);
        }
    }

    @Override
    public synchronized void changeTenants(UnaryOperator<List<Tenant>> change) {
        List<Tenant> changed = change.apply(new ArrayList<>(listTenants()));
        var _ = new Tenants(changed);
        try {
            Path fresh = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "tenants",
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, TenantFile.writeDocument(changed));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the tenant file " + file, e);
        }
    }
}
