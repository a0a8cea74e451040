using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;

namespace Turna.Evidence.Reporting;

/// <summary>What one reader has read: facts coded by numbers that are its own until <see cref="Renumber"/>.</summary>
internal sealed class FactPart
{
    /// <summary>Stands between texts that are fetched as one; no code holds it.</summary>
    public const string Parting = "|";

    /// <summary>Short enough for a piece to be made and thrown away like any small thing: one growing list would be copied, large, again and again.</summary>
    private const int Piece = 2048;

    private readonly Interned whos = new();
    private readonly Interned whats = new();
    private readonly List<Who> whoOf = [];
    private readonly List<What> whatOf = [];
    private readonly Dictionary<int, ushort> monthOf = [];
    private readonly List<CodedFact[]> pieces = [];

    /// <summary>How many facts.</summary>
    public int Count { get; private set; }

    /// <summary>The facts, all pieces full but the last.</summary>
    public IEnumerable<ArraySegment<CodedFact>> Facts => pieces.Select((piece, i) => new ArraySegment<CodedFact>(piece, 0, Math.Min(Piece, Count - (i * Piece))));

    public FactTexts Texts { get; } = new();

    public Dictionary<UInt128, int> People { get; } = [];

    /// <summary>The first contact that was read of each person.</summary>
    public List<DateOnly> FirstContact { get; } = [];

    public Dictionary<string, long> Recovered { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes a fact from rows as <see cref="FactReading"/> asks for them.</summary>
    public void Add(ColumnRows rows)
    {
        var (kind, sex, age, oblast) = WhoOf(rows.Bytes(0));
        var (destination, subtype, topics) = WhatOf(rows.Bytes(1));
        var on = rows.Day(2);
        var pseudonym = rows.Bytes(3);
        var person = pseudonym.IsEmpty ? CodedFact.Nobody : PersonOf(pseudonym, kind == FactKind.Consultation ? on : DateOnly.MaxValue);
        if (Count == pieces.Count * Piece) pieces.Add(new CodedFact[Piece]);
        pieces[^1][Count++ % Piece] = new CodedFact(
            person, on.DayNumber, topics, kind, sex, rows.Number(5) != 0, age, oblast, destination, subtype, (ushort)Texts.Team.Of(rows.Bytes(4)), MonthOf(on));
        if (rows.IsNull(6) || rows.IsNull(7)) return;
        var currency = Encoding.UTF8.GetString(rows.Bytes(7));
        Recovered[currency] = Recovered.GetValueOrDefault(currency) + rows.Number(6);
    }

    /// <summary>Enters these people among all: the number there of each.</summary>
    /// <param name="all">The number of every pseudonym.</param>
    /// <param name="firstOfAll">The first contact of each.</param>
    public int[] NumbersAmong(Dictionary<UInt128, int> all, List<DateOnly> firstOfAll)
    {
        var numbers = new int[FirstContact.Count];
        foreach (var (pseudonym, number) in People)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(all, pseudonym, out var isKnown);
            if (!isKnown)
            {
                known = firstOfAll.Count;
                firstOfAll.Add(FirstContact[number]);
            }
            else if (FirstContact[number] < firstOfAll[known])
            {
                firstOfAll[known] = FirstContact[number];
            }

            numbers[number] = known;
        }

        return numbers;
    }

    /// <summary>Codes the facts by the numbers of the whole.</summary>
    /// <param name="whole">The texts of all parts.</param>
    /// <param name="people">The number there of each person; empty where they are the same.</param>
    public void Renumber(FactTexts whole, int[] people)
    {
        var (age, oblast, destination) = (whole.AgeBand.NumbersOf(Texts.AgeBand), whole.Oblast.NumbersOf(Texts.Oblast), whole.Destination.NumbersOf(Texts.Destination));
        var (topic, subtype) = (whole.Topics.NumbersOf(Texts.Topics), whole.Subtype.NumbersOf(Texts.Subtype));
        var (team, month) = (whole.Team.NumbersOf(Texts.Team), whole.Month.NumbersOf(Texts.Month));
        foreach (var piece in Facts)
        {
            foreach (ref var fact in piece.AsSpan())
            {
                fact = fact with
                {
                    Person = people.Length == 0 || fact.Person == CodedFact.Nobody ? fact.Person : people[fact.Person],
                    Topics = topic[fact.Topics],
                    Age = (ushort)age[fact.Age],
                    Oblast = (ushort)oblast[fact.Oblast],
                    Destination = (ushort)destination[fact.Destination],
                    Subtype = (ushort)subtype[fact.Subtype],
                    Team = (ushort)team[fact.Team],
                    Month = (ushort)month[fact.Month],
                };
            }
        }
    }

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

    private ushort MonthOf(DateOnly on)
    {
        var key = (on.Year * 12) + on.Month;
        if (monthOf.TryGetValue(key, out var known)) return known;
        return monthOf[key] = (ushort)Texts.Month.Of(string.Create(CultureInfo.InvariantCulture, $"{on.Year:0000}-{on.Month:00}"));
    }

    private int PersonOf(ReadOnlySpan<byte> pseudonym, DateOnly contact)
    {
        var token = BinaryPrimitives.ReadUInt128BigEndian(pseudonym);
        ref var person = ref CollectionsMarshal.GetValueRefOrAddDefault(People, token, out var isKnown);
        if (isKnown)
        {
            if (contact < FirstContact[person]) FirstContact[person] = contact;
            return person;
        }

        person = FirstContact.Count;
        FirstContact.Add(contact);
        return person;
    }

    private readonly record struct Who(FactKind Kind, Sex Sex, ushort Age, ushort Oblast);

    private readonly record struct What(ushort Destination, ushort Subtype, int Topics);
}
