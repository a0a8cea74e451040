using Turna.Names;
using Turna.Testing.Names;

namespace Turna.Names.Bench;

/// <summary>Judges the comparison on pairs it has not learned from, kind by kind.</summary>
internal static class Judging
{
    public static NameRecord A(NamePair pair) => NameRecord.Read(pair.A, SexOf(pair.FemaleA), pair.YearA);

    public static NameRecord B(NamePair pair) => NameRecord.Read(pair.B, SexOf(pair.FemaleB), pair.YearB);

    public static void Run(int seed, int perKind, bool all)
    {
        Judge(NamePairs.Draw(seed, perKind), all);
    }

    /// <summary>The pairs written by hand, one part of ours or a file; with the pairs gone wrong when asked.</summary>
    public static void RunHard(string from, bool all) => Judge(from is HardPairs.Seen or HardPairs.KeptAside or HardPairs.Later ? HardPairs.Of(from) : HardPairs.From(from), all);

    private static void Judge(IEnumerable<NamePair> pairs, bool all)
    {
        var judged = pairs.Select(p => (Pair: p, Match: NameComparison.Compare(A(p), B(p)))).ToArray();
        Console.WriteLine($"{"kind",-38} {"same",6} {"poss.",6} {"diff.",6}  example gone wrong");
        foreach (var kind in judged.GroupBy(j => j.Pair.Kind))
        {
            var truth = kind.First().Pair.Truth;
            var wrong = kind.FirstOrDefault(k => truth == Truth.Different ? k.Match.Verdict == Verdict.Same : k.Match.Verdict == Verdict.Different);
            var shown = wrong.Pair is null ? string.Empty : $"{wrong.Pair.A} | {wrong.Pair.B} {wrong.Pair.YearA} {wrong.Pair.YearB} {wrong.Match.Score:0.000}";
            Console.WriteLine($"{truth,-9} {kind.Key,-32}{Share(kind, Verdict.Same),6:0.000} {Share(kind, Verdict.Possible),6:0.000} {Share(kind, Verdict.Different),6:0.000}  {shown}");
            if (all) ShowWrong(kind);
        }

        var same = judged.Where(j => j.Pair.Truth == Truth.Same).ToArray();
        var different = judged.Where(j => j.Pair.Truth == Truth.Different).ToArray();
        double found = same.Count(j => j.Match.Verdict == Verdict.Same);
        double mistaken = different.Count(j => j.Match.Verdict == Verdict.Same) * ((double)same.Length / different.Length);
        Console.WriteLine($"AUC {Auc(same.Select(s => s.Match.Score), different.Select(d => d.Match.Score)):0.0000}   precision {found / (found + mistaken):0.0000}   recall {found / same.Length:0.0000}   (classes weighed equally)");
        ShowMet(judged, all);
        var related = judged.Where(j => j.Pair.Truth != Truth.Different).Select(s => s.Match.Score);
        Console.WriteLine($"AUC with initials and married names among the same: {Auc(related, different.Select(d => d.Match.Score)):0.0000}");
    }

    /// <summary>Whoever is called the same must also be found: the share of such pairs that a key of the query, or a further one, brings together.</summary>
    private static void ShowMet(IEnumerable<(NamePair Pair, NameMatch Match)> judged, bool all)
    {
        var same = judged.Where(j => j.Match.Verdict == Verdict.Same).ToArray();
        var missed = same.Where(j => !Meet(j.Pair.A, j.Pair.B) || !Meet(j.Pair.B, j.Pair.A)).ToArray();
        Console.WriteLine($"called the same and met by a key, both ways: {same.Length - missed.Length} of {same.Length}");
        if (all) Console.WriteLine(string.Join('\n', missed.Select(m => $"      {m.Pair.A} | {m.Pair.B}")));
    }

    private static bool Meet(string query, string record)
    {
        var asked = NameKeys.ForQuery(query);
        return asked.Keys.Concat(NameKeys.ForSlips(asked)).Intersect(NameKeys.For(NameRecord.Read(record))).Any();
    }

    private static void ShowWrong(IEnumerable<(NamePair Pair, NameMatch Match)> kind)
    {
        const int Most = 60;
        foreach (var (pair, match) in kind.Where(k => (k.Pair.Truth == Truth.Same) != (k.Match.Verdict == Verdict.Same)).Take(Most))
        {
            Console.WriteLine($"      {pair.A} | {pair.B}   {match.Verdict} {match.Score:0.000} {match.Seen.Given}/{match.Seen.Family}/{match.Seen.Father}/{match.Seen.Cross}");
        }
    }

    private static double Share(IEnumerable<(NamePair, NameMatch Match)> kind, Verdict verdict) => kind.Average(k => k.Match.Verdict == verdict ? 1.0 : 0.0);

    /// <summary>The chance that a same pair scores above a different one (Mann–Whitney, ties count half).</summary>
    public static double Auc(IEnumerable<double> same, IEnumerable<double> different)
    {
        var all = same.Select(s => (Score: s, Same: true)).Concat(different.Select(d => (Score: d, Same: false))).OrderBy(x => x.Score).ToArray();
        double below = 0, sum = 0, sames = 0;
        for (var i = 0; i < all.Length;)
        {
            var j = i;
            double tiedSame = 0, tiedOther = 0;
            for (; j < all.Length && all[j].Score == all[i].Score; j++)
            {
                if (all[j].Same) tiedSame++; else tiedOther++;
            }

            sum += tiedSame * (below + tiedOther / 2);
            below += tiedOther;
            sames += tiedSame;
            i = j;
        }

        return sum / (sames * below);
    }

    private static Sex SexOf(bool? female) => female switch { true => Sex.Female, false => Sex.Male, null => Sex.Unknown };
}
