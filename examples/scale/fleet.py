# A fleet on Spark: each partition of a list of phones goes through one process of the command line.
#   spark-submit --files fleet.sh,desk.xml fleet.py s3a://provider/phones.csv s3a://provider/fleet
# flat-profile and Node must be installed on the workers.
import sys

from pyspark.sql import SparkSession

phones, results = sys.argv[1:]
# pipe() gives a process nothing but this environment.
path = "/usr/local/bin:/usr/bin:/bin"
spark = SparkSession.builder.appName("flat-profile fleet").getOrCreate()
lines = spark.sparkContext.textFile(phones)
header = lines.first()
rows = lines.filter(lambda line: line != header)
fleet = rows.pipe("sh fleet.sh desk.xml", env={"HEADER": header, "PATH": path}, checkCode=True)
spark.read.json(fleet).write.parquet(results)
