namespace Turna.Statistics.Survey;

/// <summary>One stage of sampling: which unit a row lies in, which stratum a unit lies in, how many units the stratum has.</summary>
internal sealed class Stage
{
    private Stage(Codes unit, int[] stratumOfUnit, int stratumCount, int[] unitsInStratum, int[]? parentOfUnit, double[]? populationOfUnit, int[] firstRow)
    {
        Unit = unit.Code;
        UnitCount = unit.Count;
        StratumOfUnit = stratumOfUnit;
        StratumCount = stratumCount;
        UnitsInStratum = unitsInStratum;
        ParentOfUnit = parentOfUnit;
        PopulationOfUnit = populationOfUnit;
        FirstRow = firstRow;
    }

    /// <summary>The unit of each row.</summary>
    public int[] Unit { get; }

    public int UnitCount { get; }

    public int[] StratumOfUnit { get; }

    public int StratumCount { get; }

    /// <summary>Units sampled in each stratum, whatever domain is looked at.</summary>
    public int[] UnitsInStratum { get; }

    /// <summary>The unit of the stage before in which each unit lies; null at the first stage.</summary>
    public int[]? ParentOfUnit { get; }

    /// <summary>Units in the population of the stratum, per unit; null for sampling with replacement.</summary>
    public double[]? PopulationOfUnit { get; }

    /// <summary>A row in which each unit is found first.</summary>
    public int[] FirstRow { get; }

    /// <summary>Builds a stage.</summary>
    /// <param name="unit">Unit of each row.</param>
    /// <param name="stratum">Stratum of each row; constant within a unit.</param>
    /// <param name="before">The stage before, or null.</param>
    public static Stage Of(Codes unit, Codes stratum, Stage? before)
    {
        var firstRow = new int[unit.Count];
        Array.Fill(firstRow, -1);
        for (var row = unit.Code.Length - 1; row >= 0; row--) firstRow[unit.Code[row]] = row;

        var stratumOfUnit = Array.ConvertAll(firstRow, row => stratum.Code[row]);
        var unitsInStratum = new int[stratum.Count];
        foreach (var each in stratumOfUnit) unitsInStratum[each]++;
        var parent = before is null ? null : Array.ConvertAll(firstRow, row => before.Unit[row]);
        return new Stage(unit, stratumOfUnit, stratum.Count, unitsInStratum, parent, null, firstRow);
    }

    /// <summary>The same stage with finite populations.</summary>
    public Stage Within(double[] populationOfUnit) =>
        new(new Codes(Unit, UnitCount), StratumOfUnit, StratumCount, UnitsInStratum, ParentOfUnit, populationOfUnit, FirstRow);

    /// <summary>Share of the population that is sampled, as seen from a unit; zero for sampling with replacement.</summary>
    public double Fraction(int unit) => PopulationOfUnit is null ? 0 : UnitsInStratum[StratumOfUnit[unit]] / PopulationOfUnit[unit];
}
