# For those who host the dashboard themselves:
#   docker build -t presslens . && docker run --rm -p 8501:8501 presslens
# A dataset of your own: add -v /path/to/my-data:/data -e PRESSLENS_DATA=/data
FROM python:3.12-slim

WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt

COPY .streamlit .streamlit
COPY presslens presslens
COPY pages pages
COPY data data
COPY app.py .

# The dashboard writes nothing but temporary files; it needs no rights on what it shows.
RUN useradd --create-home reader
USER reader

EXPOSE 8501
HEALTHCHECK --start-period=20s CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8501/_stcore/health')"]
CMD ["streamlit", "run", "app.py", "--server.address=0.0.0.0", "--server.port=8501", "--server.headless=true"]
