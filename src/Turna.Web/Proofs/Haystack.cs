namespace Turna.Web.Proofs;

/// <summary>Searches bytes for many needles at once: a rolling hash of the first eight bytes, then the whole needle.</summary>
internal sealed class Haystack
{
    private const int Window = 8;

    private readonly Dictionary<ulong, List<(byte[] Needle, int Whose)>> byStart = [];

    /// <summary>Adds a needle; <paramref name="whose"/> is the number of the text it belongs to.</summary>
    public void Add(byte[] needle, int whose)
    {
        var start = BitConverter.ToUInt64(needle, 0);
        if (!byStart.TryGetValue(start, out var known)) byStart[start] = known = [];
        known.Add((needle, whose));
    }

    /// <summary>The numbers of the texts that a file holds.</summary>
    public HashSet<int> Search(string file)
    {
        var found = new HashSet<int>();
        var bytes = File.ReadAllBytes(file).AsSpan();
        for (var i = 0; i + Window <= bytes.Length; i++)
        {
            if (!byStart.TryGetValue(BitConverter.ToUInt64(bytes[i..]), out var known)) continue;
            foreach (var (needle, whose) in known)
            {
                if (bytes[i..].StartsWith(needle)) found.Add(whose);
            }
        }

        return found;
    }
}
