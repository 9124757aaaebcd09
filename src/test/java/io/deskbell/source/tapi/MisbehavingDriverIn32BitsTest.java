package io.deskbell.source.tapi;

/** What drivers do that no book says, with structures as a 32-bit process has them. */
class MisbehavingDriverIn32BitsTest extends MisbehavingDriverTest {
    @Override
    TapiLayout layout() {
        return TapiLayout.BITS_32;
    }
}
