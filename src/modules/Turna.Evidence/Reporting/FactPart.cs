using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;

namespace Turna.Evidence.Reporting;

/// <summary>What one reader has read: facts coded by numbers that are its own until <see cref="CodesIn"/>.</summary>
internal sealed class FactPart
{
    /// <summary>Stands between texts that are looked up as one; no code holds it.</summary>
    private const char Parting = '|';

    private readonly Interned whos = new();
    private readonly Interned whats = new();
    private readonly List<Who> whoOf = [];
    private readonly List<What> whatOf = [];
    private (DateOnly Day, ushort Number) month;

    /// <summary>How many facts.</summary>
    public int Count { get; private set; }

    /// <summary>The facts of each share of the people, by <see cref="Population.NumberOfShare"/>.</summary>
    public FactPile[] Piles { get; } = [.. Enumerable.Range(0, Population.Shares).Select(_ => new FactPile())];

    /// <summary>The facts of anonymous callers.</summary>
    public FactPile OfNobody { get; } = new();

    public FactTexts Texts { get; } = new();

    public Dictionary<string, long> Recovered { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes a fact from rows as <see cref="FactReading"/> asks for them.</summary>
    public void Add(ColumnRows rows)
    {
        var (kind, sex, age, oblast) = WhoOf(rows.Joined(0, 4, (byte)Parting));
        var (destination, subtype, topics) = WhatOf(rows.Joined(4, 3, (byte)Parting));
        var on = rows.Day(7);
        var pseudonym = rows.Bytes(8);
        var person = pseudonym.IsEmpty ? UInt128.Zero : BinaryPrimitives.ReadUInt128BigEndian(pseudonym);
        var pile = pseudonym.IsEmpty ? OfNobody : Piles[Population.NumberOfShare(person)];
        pile.Add(person, new CodedFact(CodedFact.Nobody, on.DayNumber, topics, age, oblast, destination, subtype, (ushort)Texts.Team.Of(rows.Bytes(9)), MonthOf(on))
        {
            Kind = kind, Sex = sex, Guarded = rows.Number(10) != 0,
        });
        Count++;
        if (rows.IsNull(11) || rows.IsNull(12)) return;
        var currency = Encoding.UTF8.GetString(rows.Bytes(12));
        Recovered[currency] = Recovered.GetValueOrDefault(currency) + rows.Number(11);
    }

    /// <summary>What its numbers are called among those of the whole.</summary>
    /// <param name="whole">The texts of all parts.</param>
    public FactCodes CodesIn(FactTexts whole) => new(Texts, whole);

    private Who WhoOf(ReadOnlySpan<byte> joined)
    {
        var number = whos.Of(joined);
        if (number < whoOf.Count) return whoOf[number];
        var parts = whos.Texts[number].Split(Parting);
        whoOf.Add(new Who(Enum.Parse<FactKind>(parts[0]), Enum.Parse<Sex>(parts[1]), (ushort)Texts.AgeBand.Of(parts[2]), (ushort)Texts.Oblast.Of(parts[3])));
        return whoOf[number];
    }

    private What WhatOf(ReadOnlySpan<byte> joined)
    {
        var number = whats.Of(joined);
        if (number < whatOf.Count) return whatOf[number];
        var parts = whats.Texts[number].Split(Parting);
        whatOf.Add(new What((ushort)Texts.Destination.Of(parts[0]), (ushort)Texts.Subtype.Of(parts[1]), Texts.Topics.Of(parts[2])));
        return whatOf[number];
    }

    // Facts come by the day.
    private ushort MonthOf(DateOnly on)
    {
        if (on != month.Day || Texts.Month.Texts.Count == 0) month = (on, (ushort)Texts.Month.Of(string.Create(CultureInfo.InvariantCulture, $"{on.Year:0000}-{on.Month:00}")));
        return month.Number;
    }

    private readonly record struct Who(FactKind Kind, Sex Sex, ushort Age, ushort Oblast);

    private readonly record struct What(ushort Destination, ushort Subtype, int Topics);
}
