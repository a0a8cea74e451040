using Turna.Vault;

namespace Turna.UnitTests.Vault;

public sealed class Sealed_file_tests
{
    private const string Passphrase = "four words on paper";
    private static readonly KeyCost Cheap = new(10);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public async Task What_was_sealed_opens(int length)
    {
        var content = Content(length);

        (await OpenAsync(await SealAsync(content), Passphrase)).ShouldBe(content);
    }

    [Fact]
    public async Task Another_passphrase_is_refused()
    {
        var made = await SealAsync(Content(100));

        await Should.ThrowAsync<SealBrokenException>(() => OpenAsync(made, "another"));
    }

    [Theory]
    [InlineData(65_564)]
    [InlineData(131_128)]
    [InlineData(50)]
    public async Task A_cut_file_is_refused_even_between_chunks(int missing)
    {
        var made = await SealAsync(Content(3 * 65_536));

        await Should.ThrowAsync<SealBrokenException>(() => OpenAsync(made[..^missing], Passphrase));
    }

    [Fact]
    public async Task Exchanged_chunks_are_refused()
    {
        const int Header = 6 + 4 + 16;
        const int Chunk = 65_536 + 28;
        var made = await SealAsync(Content(3 * 65_536));
        byte[] exchanged = [.. made[..Header], .. made[(Header + Chunk)..(Header + (2 * Chunk))], .. made[Header..(Header + Chunk)], .. made[(Header + (2 * Chunk))..]];

        await Should.ThrowAsync<SealBrokenException>(() => OpenAsync(exchanged, Passphrase));
    }

    private static byte[] Content(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31))];

    private static async Task<byte[]> SealAsync(byte[] content)
    {
        using var target = new MemoryStream();
        await SealedFile.SealAsync(new MemoryStream(content), target, Passphrase, Cheap, TestContext.Current.CancellationToken);
        return target.ToArray();
    }

    private static async Task<byte[]> OpenAsync(byte[] made, string passphrase)
    {
        using var target = new MemoryStream();
        await SealedFile.OpenAsync(new MemoryStream(made), target, passphrase, TestContext.Current.CancellationToken);
        return target.ToArray();
    }
}
