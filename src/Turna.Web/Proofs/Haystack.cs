using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;

namespace Turna.Web.Proofs;

/// <summary>Searches bytes for many needles at once: the first eight bytes by their hash, then the whole needle; and once more inside what is compressed.</summary>
internal sealed class Haystack
{
    private const int Window = Needles.Shortest;
    private const int Overlap = 4096;
    private const int LongestInflated = 1 << 20;

    private const int FilterBits = 27;

    // Millions of needles: their bytes lie in one block, found by their first eight bytes; a bitmap tells at once where none begins.
    private readonly ArrayBufferWriter<byte> block = new();
    private readonly List<(ulong Start, int At, int Length, int Whose)> entries = [];
    private readonly ulong[] filter = new ulong[1 << (FilterBits - 6)];
    private bool sorted;

    /// <summary>The numbers of the texts that were found.</summary>
    public HashSet<int> Found { get; } = [];

    public long Bytes { get; private set; }

    /// <summary>Adds a needle; <paramref name="whose"/> is the number of the text it belongs to.</summary>
    public void Add(byte[] needle, int whose)
    {
        var start = BitConverter.ToUInt64(needle, 0);
        entries.Add((start, block.WrittenCount, needle.Length, whose));
        block.Write(needle);
        filter[Slot(start) >> 6] |= 1UL << (Slot(start) & 63);
        sorted = false;
    }

    /// <summary>
    /// Searches a file, and inside it whatever begins like gzip or zlib. Identifiers are passed over: of random figures, side by side without a
    /// space between, some spell the telephone of one among ten thousand people.
    /// </summary>
    public void Search(string file)
    {
        var bytes = File.ReadAllBytes(file);
        BlotOutIdentifiers(bytes);
        Search(bytes);
        for (var i = 0; i + Window <= bytes.Length; i++)
        {
            if (bytes[i] == 0x1F && bytes[i + 1] == 0x8B && bytes[i + 2] == 8) Inflate(bytes, i, s => new GZipStream(s, CompressionMode.Decompress));
            else if (bytes[i] == 0x78 && ((bytes[i] << 8) | bytes[i + 1]) % 31 == 0) Inflate(bytes, i, s => new ZLibStream(s, CompressionMode.Decompress));
        }
    }

    /// <summary>Searches a text as a file would hold it, and once more in small letters.</summary>
    public void SearchText(string text)
    {
        foreach (var form in new[] { text, text.ToLowerInvariant() }) Search(System.Text.Encoding.UTF8.GetBytes(form));
    }

    /// <summary>Searches one stored value as it stands and as each compression that tells nothing of itself.</summary>
    public void SearchValue(byte[] value)
    {
        Inflate(value, 0, s => new DeflateStream(s, CompressionMode.Decompress));
        Inflate(value, 0, s => new BrotliStream(s, CompressionMode.Decompress));
    }

    private void Search(ReadOnlySpan<byte> bytes)
    {
        Bytes += bytes.Length;
        for (var i = 0; i + Window <= bytes.Length; i++)
        {
            var start = BitConverter.ToUInt64(bytes[i..]);
            if ((filter[Slot(start) >> 6] & (1UL << (Slot(start) & 63))) != 0) Compare(bytes[i..], start);
        }
    }

    private void Compare(ReadOnlySpan<byte> bytes, ulong start)
    {
        if (!sorted) entries.Sort((a, b) => a.Start.CompareTo(b.Start));
        sorted = true;
        var (low, high) = (0, entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (entries[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        for (; low < entries.Count && entries[low].Start == start; low++)
        {
            var (_, at, length, whose) = entries[low];
            if (bytes.StartsWith(block.WrittenSpan.Slice(at, length))) Found.Add(whose);
        }
    }

    private static void BlotOutIdentifiers(byte[] bytes)
    {
        const int Length = 36;
        const int FirstDash = 8;
        for (var at = FirstDash; at + Length - FirstDash <= bytes.Length; at++)
        {
            if (bytes[at] == '-' && Utf8Parser.TryParse(bytes.AsSpan(at - FirstDash, Length), out Guid _, out _, 'D')) bytes.AsSpan(at - FirstDash, Length).Clear();
        }
    }

    private static int Slot(ulong start) => (int)((start * 0x9E3779B97F4A7C15) >> (64 - FilterBits));

    // What comes out before the stream breaks counts as well: a thief is not particular.
    private void Inflate(byte[] bytes, int from, Func<Stream, Stream> open)
    {
        using var source = new MemoryStream(bytes, from, Math.Min(bytes.Length - from, LongestInflated));
        using var inflated = new MemoryStream();
        try
        {
            using var stream = open(source);
            var buffer = new byte[Overlap];
            for (int read; inflated.Length < LongestInflated && (read = stream.Read(buffer)) > 0;) inflated.Write(buffer.AsSpan(0, read));
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or IOException)
        {
            if (inflated.Length < Window) return;
        }

        Search(inflated.GetBuffer().AsSpan(0, (int)inflated.Length));
    }
}
