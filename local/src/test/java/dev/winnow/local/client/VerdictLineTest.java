package dev.winnow.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.lab.command.DisplayText;
import dev.winnow.lab.command.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class VerdictLineTest {
    private static final String ID = "AaIvEQ3tdeWksF0x721MFQAICHAv0bnE";
    private static final VerdictView JUNK = new VerdictView(
            ID, "done", "junk", 100, List.of("delivery_by_odd_link", "pressed_to_odd_link", "link_rare_domain"), "");
    private static final VerdictView CLEAN = new VerdictView(ID, "done", "clean", 0, List.of(), "");

    @Test
    void separatesFieldsByTabsForPrograms() {
        VerdictLine line = new VerdictLine(new Screen(false, Ansi.OFF, Integer.MAX_VALUE));

        assertThat(line.format(JUNK, 2, "快\t递\u001B[2J"))
                .isEqualTo(
                        ID
                                + "\tdone\tjunk\t100\tdelivery_by_odd_link,pressed_to_odd_link,link_rare_domain\t2\t快 递\uFFFD[2J");
        assertThat(line.format(CLEAN)).isEqualTo(ID + "\tdone\tclean\t0\t");
    }

    @Test
    void alignsColumnsWithinTheTerminal() {
        VerdictLine line = new VerdictLine(new Screen(true, Ansi.OFF, 100));
        String wide = line.format(JUNK, 2, "你好，您的快递到了，请点击链接支付关税");
        String plain = line.format(JUNK, 3, "z\u200Be\u200Br\u200Bo width and more words than fit");

        assertThat(wide).contains("junk", "100", ID, "2 你好，您的快递到了，…");
        assertThat(DisplayText.countColumns(wide)).isEqualTo(100);
        assertThat(DisplayText.countColumns(plain)).isEqualTo(100);
        assertThat(DisplayText.countColumns(wide.substring(0, wide.indexOf("delivery"))))
                .isEqualTo(DisplayText.countColumns(plain.substring(0, plain.indexOf("delivery"))));
    }

    @Test
    void coloursVerdictsOnATerminal() {
        VerdictLine line = new VerdictLine(new Screen(true, Ansi.ON, 100));

        assertThat(line.format(JUNK)).startsWith("\u001B[31");
        assertThat(line.format(CLEAN)).startsWith("\u001B[32");
    }
}
