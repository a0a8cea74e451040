using System.Diagnostics;
using System.Globalization;
using System.Text;
using Turna.Names.Documents;
using Turna.Testing.Names;

namespace Turna.Names.Bench;

/// <summary>How fast the engine is on one core, and what it allocates; and that no text breaks it.</summary>
internal static class Speed
{
    private const int Pairs = 20_000;
    private const int Repeats = 25;

    public static void Run()
    {
        var pairs = NamePairs.Draw(seed: 41, Pairs / NamePairs.Kinds.Count).Select(p => (A: NameRecord.Read(p.A, birthYear: p.YearA), B: NameRecord.Read(p.B, birthYear: p.YearB))).ToArray();
        var texts = NamePairs.Draw(seed: 42, Pairs / NamePairs.Kinds.Count).Select(p => p.A).ToArray();
        var sum = 0.0;
        Measure("compare (names already read), pairs/s", pairs.Length, () =>
        {
            foreach (var (a, b) in pairs) sum += NameComparison.Compare(a, b).Score;
        });
        Measure("read and keys, names/s", texts.Length, () =>
        {
            foreach (var text in texts) sum += NameKeys.For(NameRecord.Read(text, birthYear: 1990)).Count;
        });
        Measure("read, names/s", texts.Length, () =>
        {
            foreach (var text in texts) sum += PersonName.Read(text).Text.Length;
        });
        Measure("read and compare two texts, pairs/s", texts.Length, () =>
        {
            for (var i = 0; i < texts.Length; i++) sum += NameComparison.Compare(texts[i], texts[^(i + 1)]).Score;
        });
        GC.KeepAlive(sum);
    }

    /// <summary>Random Unicode, lone surrogates included: normalising is idempotent, a text is full for itself, nothing throws.</summary>
    public static void Fuzz(int count)
    {
        var watch = Stopwatch.StartNew();
        Parallel.For(0, Environment.ProcessorCount, core =>
        {
            var random = new Random(100 + core);
            var text = new StringBuilder();
            var before = string.Empty;
            for (var i = 0; i < count / Environment.ProcessorCount; i++)
            {
                text.Clear();
                for (var length = random.Next(28); length > 0; length--) text.Append((char)Character(random));
                var typed = text.ToString();
                var normal = NameText.Normalise(typed);
                if (NameText.Normalise(normal) != normal) throw new InvalidOperationException("Not idempotent: " + Escaped(typed) + " -> " + Escaped(normal) + " -> " + Escaped(NameText.Normalise(normal)));
                var record = NameRecord.Read(typed);
                if (NameComparison.Compare(record, record).Score != 1) throw new InvalidOperationException("Not full for itself: " + Escaped(typed));
                var other = NameRecord.Read(before);
                if (NameComparison.Compare(record, other) != NameComparison.Compare(other, record)) throw new InvalidOperationException("Not symmetric: " + Escaped(typed) + " / " + Escaped(before));
                NameKeys.For(record);
                PhoneNumber.ReadAll(typed, "KG");
                MachineReadableZone.Read(typed, new DateOnly(2026, 11, 23));
                before = typed;
            }
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} random texts, no failure, {watch.Elapsed.TotalSeconds:0} s"));
    }

    private static int Character(Random random) => random.Next(8) switch
    {
        0 => random.Next(0x10000),
        1 => random.Next(0x2000, 0x2100),
        2 => random.Next(0xD800, 0xE000),
        3 => "'’ʻ`-–().,0138<\n+"[random.Next(17)],
        4 => random.Next(0x41, 0x7B),
        _ => random.Next(0x400, 0x530),
    };

    private static string Escaped(string text) => string.Join(' ', text.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)));

    private static void Measure(string what, int units, Action work)
    {
        for (var i = 0; i < 5; i++) work();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var best = double.MaxValue;
        for (var i = 0; i < Repeats; i++)
        {
            var started = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)(Repeats * units);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-42} {units / best,12:N0}   {bytes,7:N0} bytes each"));
    }
}
